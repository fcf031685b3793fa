package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseStories;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 旧版事实，在真实数据库上。 What an older version of the program wrote is read through the real store. */
class OldFactsTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_resolution_of_revision_1_is_read_as_one_of_today(DataSource database) throws IOException {
        var store = storeOn(database);
        store.appendEvents(fact(0, CaseStories.reported()));
        insertAsWrittenThen(database, Files.readString(Path.of("src/test/resources/golden/CaseResolved.1.json")));
        store.appendEvents(fact(2, CaseStories.closedOut()));

        var facts = store.readEvents(CaseStories.CASE)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();

        assertThat(facts).element(0).isEqualTo(CaseStories.reported());
        assertThat(facts).element(1).isInstanceOfSatisfying(CaseResolved.class, resolved -> {
            assertThat(resolved.result()).isEqualTo("SETTLED");
            assertThat(resolved.outcome()).isEqualTo("MEDIATED");
        });
        assertThat(facts).element(2).isEqualTo(CaseStories.closedOut());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_fact_comes_back_as_it_went_in(DataSource database) {
        var store = storeOn(database);
        var all = CaseStories.oneOfEach().toList();
        for (var i = 0; i < all.size(); i++) {
            store.appendEvents(fact(i, all.get(i)));
        }

        assertThat(store.readEvents(CaseStories.CASE)
                        .asStream()
                        .<Object>map(DomainEventMessage::getPayload)
                        .toList())
                .isEqualTo(all);
    }

    private static FactStorage storeOn(DataSource database) {
        Migration.ofFacts(database);
        return FactStorage.on(
                database,
                AppendOrder.LOCK,
                new SpringTransactionManager(new JdbcTransactionManager(database)),
                FactSerializer.create(),
                new SimpleMeterRegistry());
    }

    private static DomainEventMessage<CaseEvent> fact(long sequence, CaseEvent fact) {
        return new GenericDomainEventMessage<>("Case", CaseStories.CASE, sequence, fact);
    }

    private static void insertAsWrittenThen(DataSource database, String payload) {
        JdbcClient.create(database)
                .sql("""
                        insert into aggregate_event_entry
                            (identifier, aggregate_type, aggregate_identifier, aggregate_sequence_number,
                             type, version, timestamp, payload, metadata)
                        values ('old-1', 'Case', ?, 1, ?, '1', '2026-05-12T01:00:00Z', ?, ?)
                        """)
                .params(
                        CaseStories.CASE,
                        "io.doorstep.events.cases.CaseResolved",
                        payload.strip().getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8))
                .update();
    }
}
