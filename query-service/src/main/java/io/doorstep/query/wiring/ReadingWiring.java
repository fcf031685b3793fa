package io.doorstep.query.wiring;

import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.nodes.Nodes;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Arrivals;
import io.doorstep.query.asof.Book;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.CaseVersions;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.DutyTable;
import io.doorstep.query.asof.FactFeed;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.Rows;
import io.doorstep.query.asof.StateColumns;
import io.doorstep.query.asof.StateTable;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.editions.Edition;
import io.doorstep.query.editions.EditionDataSource;
import io.doorstep.query.editions.EditionKeeper;
import io.doorstep.query.editions.EditionPools;
import io.doorstep.query.editions.Editions;
import io.doorstep.reference.Paths;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.store.Migration;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reading tables and who asks them. */
@Book
@Configuration
class ReadingWiring {

    /** Ask for it to be sure that the reading tables are there. */
    record ReadingTables() {}

    @Bean
    static EditionPools editionPools() {
        return new EditionPools();
    }

    @Bean
    ReadingTables readingTables(DataSource database) {
        for (var edition : Edition.values()) {
            Migration.ofSchema(database, edition.schema(), EditionKeeper.TABLES);
        }
        return new ReadingTables();
    }

    /** The nodes are asked for because their table lies among those of the facts, as the rows of the editions do. */
    @Bean
    Editions editions(JdbcClient jdbc, DataSource database, Clock clock, Nodes nodes, ReadingTables tables) {
        return new Editions(jdbc, (EditionDataSource) database, clock);
    }

    @Bean
    Rows rows(DataSource database, ReadingTables tables) {
        return new Rows(database);
    }

    @Bean
    FactTable factTable(JdbcClient jdbc, Rows rows, @Qualifier("eventSerializer") Serializer serializer) {
        return new FactTable(jdbc, rows, serializer);
    }

    @Bean
    Paths paths(ReferenceData reference) {
        return new ReferencePaths(reference);
    }

    @Bean
    StateTable stateTable(JdbcClient jdbc, Rows rows, Paths paths, Deadlines deadlines) {
        return new StateTable(jdbc, rows, new StateColumns(paths, deadlines));
    }

    @Bean
    DutyTable dutyTable(JdbcClient jdbc, Rows rows, Deadlines deadlines, Editions editions) {
        return new DutyTable(jdbc, rows, deadlines, editions::isComplete);
    }

    @Bean
    CaseVersions caseVersions(FactTable facts) {
        return new CaseVersions(facts);
    }

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    VersionGate versionGate(FactTable facts, Arrivals arrivals) {
        return new VersionGate(facts, arrivals);
    }

    @Bean
    CaseStates caseStates(Paths paths, ZoneId officeZone, Editions editions, UpperLevel level) {
        return new CaseStates(paths, officeZone, editions::completeOr503, level.holdsCopies());
    }

    @Bean
    Cases cases(JdbcClient jdbc, FactTable facts, CaseStates states) {
        return new Cases(jdbc, facts, states);
    }

    @Bean
    FactFeed factFeed(JdbcClient jdbc, FactTable facts, CaseStates states) {
        return new FactFeed(jdbc, facts, states);
    }

    @Bean
    CaseFilterReader caseFilterReader(ReferenceData reference, ZoneId officeZone) {
        return new CaseFilterReader(reference, officeZone);
    }

    @Bean
    Watermark watermark(JdbcClient jdbc, Serializer serializer, Clock clock, ReadingTables tables) {
        return new Watermark(jdbc, serializer, clock);
    }

    @Bean
    DeadLetterTable deadLetterTable(JdbcClient jdbc, Serializer serializer, ReadingTables tables) {
        return new DeadLetterTable(jdbc, serializer);
    }
}
