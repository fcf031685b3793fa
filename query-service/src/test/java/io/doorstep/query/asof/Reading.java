package io.doorstep.query.asof;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.identity.FactMetadata;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.query.editions.Edition;
import io.doorstep.query.editions.EditionDataSource;
import io.doorstep.query.editions.EditionKeeper;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.store.FactSerializer;
import io.doorstep.store.Migration;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 读模型。 The reading tables on a database, fed directly with lives of cases; for the tests of every page. */
public final class Reading {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EditionDataSource database;
    private final JdbcClient jdbc;
    private final FactTable facts;
    private final StateTable states;
    private final CaseProjection projection;
    private final Arrivals arrivals = new Arrivals();
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final ReferenceData reference;

    public Reading(DataSource given) {
        var pool = new HikariDataSource();
        ((HikariDataSource) given).copyStateTo(pool);
        database = new EditionDataSource(pool);
        Migration.ofFacts(database);
        Migration.ofSchema(database, Edition.A.schema(), EditionKeeper.TABLES);
        transactions = new JdbcTransactionManager(database);
        jdbc = JdbcClient.create(database);
        reference = new ReferenceData(database);
        var rows = new Rows(database);
        facts = new FactTable(jdbc, rows, FactSerializer.create());
        states = new StateTable(jdbc, rows, new StateColumns(new ReferencePaths(reference), deadlines()));
        var duties = new DutyTable(jdbc, rows, deadlines(), () -> true);
        projection = new CaseProjection(facts, states, duties, arrivals, transactions);
        transaction = new TransactionTemplate(transactions);
    }

    public static Deadlines deadlines() {
        return new Deadlines(Policies.standard(), WorkCalendar.standard(), ZONE);
    }

    /** The given database as the reading side sees it; a transaction on the given one is another. */
    public DataSource database() {
        return database;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Cases cases() {
        return new Cases(jdbc, facts, seen());
    }

    public CaseStates seen() {
        return new CaseStates(new ReferencePaths(reference), ZONE, () -> {}, false);
    }

    VersionGate gate(Duration patience) {
        return new VersionGate(facts, arrivals, patience);
    }

    public FactTable facts() {
        return facts;
    }

    public ReferenceData reference() {
        return reference;
    }

    public CaseFilterReader filters() {
        return new CaseFilterReader(reference, ZONE);
    }

    /** Reads all facts of a life in one transaction. */
    public Reading read(Life life) {
        transaction.executeWithoutResult(batch -> life.facts().forEach(this::read));
        return this;
    }

    /** Reads some facts in one transaction, as they come. */
    public Reading read(List<RecordedFact> some) {
        transaction.executeWithoutResult(batch -> some.forEach(this::read));
        return this;
    }

    /** Reads some facts as the processors do, in one batch; answers why it failed, if it did. */
    Optional<Throwable> readAtOnce(List<RecordedFact> some) {
        return readAtOnce(some, "");
    }

    /** The same, and the facts of one case are put aside when they are refused. */
    Optional<Throwable> readAtOnce(List<RecordedFact> some, String parked) {
        var batch = new BatchingUnitOfWork<>(some.stream()
                .map(GenericEventMessage::<RecordedFact>asEventMessage)
                .toList());
        batch.attachTransaction(new SpringTransactionManager(transactions));
        var result = batch.executeWithResult(() -> {
            var recorded = batch.getMessage().getPayload();
            try {
                read(recorded);
            } catch (UnreadableFact refused) {
                if (!recorded.fact().caseId().equals(parked)) {
                    throw refused;
                }
            }
            return null;
        });
        return result.optionalExceptionResult().map(failure -> failure);
    }

    RowComparison comparison() {
        return new RowComparison(jdbc, facts, states);
    }

    private void read(RecordedFact recorded) {
        var metadata = new HashMap<String, Object>();
        metadata.put(FactMetadata.ACTOR, String.valueOf(recorded.actor()));
        metadata.put(FactMetadata.ROLES, String.valueOf(recorded.roles()));
        metadata.put(FactMetadata.UNIT, String.valueOf(recorded.unit()));
        if (recorded.late() != null) {
            metadata.put(FactMetadata.LATE, recorded.late());
        }
        projection.on(recorded.fact(), recorded.sequence(), recorded.recordedAt(), MetaData.from(metadata));
    }
}
