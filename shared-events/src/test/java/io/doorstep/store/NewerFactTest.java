package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.Sealed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** 更新版本的事实。 What a later version put on record stops whoever does not know it: readers before it, and decisions about its case. */
class NewerFactTest {

    private static final String CASE = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073981";
    private static final String OTHER = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073982";

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_type_that_is_not_here_stops_reader_and_decision(DataSource database) {
        stopsAt(database, "type", "io.doorstep.events.cases.CaseFromTheFuture");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_later_revision_of_a_known_type_stops_them_too(DataSource database) {
        stopsAt(database, "version", "99");
    }

    private static void stopsAt(DataSource database, String column, String newer) {
        var node = node(database);
        node(database).appendEvents(fact(CASE, 0), fact(OTHER, 0), fact(CASE, 1), fact(OTHER, 1));
        assertThat(FactStorage.metNewer(node)).isFalse();
        JdbcClient.create(database)
                .sql("update aggregate_event_entry set " + column
                        + " = ? where aggregate_identifier = ? and aggregate_sequence_number = 1")
                .params(newer, CASE)
                .update();

        var read = new ArrayList<String>();
        assertThatThrownBy(() -> {
                    try (var facts = node.readEvents(null, false)) {
                        facts.forEach(fact -> read.add(((DomainEventMessage<?>) fact).getAggregateIdentifier()));
                    }
                })
                .isInstanceOf(NewerFact.class)
                .hasMessageContaining(newer);
        assertThat(read).as("all before it, and nothing past it").containsExactly(CASE, OTHER);
        assertThat(FactStorage.metNewer(node)).isTrue();

        assertThatThrownBy(() -> node.readEvents(CASE).asStream().toList()).isInstanceOf(NewerFact.class);
        assertThat(node.readEvents(OTHER).asStream().toList())
                .as("whoever has none of them is decided on")
                .hasSize(2);
        assertThat(FactStorage.metNewer(node(database))).as("of another node").isFalse();
    }

    private static DomainEventMessage<?> fact(String caseId, long sequence) {
        var at = Instant.parse("2026-03-02T01:00:00Z").plusSeconds(sequence);
        return new GenericDomainEventMessage<>(
                "Case",
                caseId,
                sequence,
                new CaseUrged(caseId, at, new Sealed("k", "c")),
                Map.of("actor", "officer"),
                UUID.randomUUID().toString(),
                at);
    }

    private static FactStorage node(DataSource database) {
        Migration.ofFacts(database);
        return FactStorage.on(
                database,
                AppendOrder.LOCK,
                new SpringTransactionManager(new JdbcTransactionManager(database)),
                FactSerializer.create(),
                new SimpleMeterRegistry());
    }
}
