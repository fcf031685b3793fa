package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.Sealed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 已读事实不过时。 What a node has read of a case is a beginning of it, whatever other nodes do meanwhile. */
class KnownFactsTest {

    private static final String CASE = "case";

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_node_finds_at_once_what_another_node_recorded(DataSource database) {
        var here = node(database);
        var there = node(database);
        here.appendEvents(fact(0));
        assertThat(versions(here)).containsExactly(0L);
        assertThat(versions(there)).containsExactly(0L);

        for (var n = 1; n < 6; n++) {
            (n % 2 == 0 ? here : there).appendEvents(fact(n));
            assertThat(versions(here)).hasSize(n + 1);
            assertThat(versions(there)).hasSize(n + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_was_rolled_back_was_never_known(DataSource database) {
        var node = node(database);
        node.appendEvents(fact(0));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));

        transaction.executeWithoutResult(step -> {
            node.appendEvents(fact(1));
            assertThat(versions(node)).containsExactly(0L, 1L);
            step.setRollbackOnly();
        });

        assertThat(versions(node)).containsExactly(0L);
        node.appendEvents(fact(1));
        assertThat(versions(node)).containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_was_read_in_a_transaction_that_holds_is_not_read_again(DataSource database) {
        var node = node(database);
        node.appendEvents(fact(0), fact(1));
        var before = new TransactionTemplate(new JdbcTransactionManager(database)).execute(step -> payloads(node));
        node.appendEvents(fact(2));

        assertThat(payloads(node)).hasSize(3).startsWith(before.toArray());
        assertThat(payloads(node).get(0)).isSameAs(before.get(0));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_case_of_more_facts_than_a_batch_comes_whole(DataSource database) {
        var node = node(database);
        for (var n = 0; n < 250; n++) {
            node.appendEvents(fact(n));
        }
        assertThat(versions(node(database)))
                .isEqualTo(IntStream.range(0, 250).mapToObj(Long::valueOf).toList());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void only_a_decision_from_memory_does_without_the_table_and_proves_nothing_by_itself(DataSource database) {
        var here = node(database);
        here.appendEvents(fact(0));
        node(database).appendEvents(fact(1));

        assertThat(FromMemory.decide(CASE, () -> versions(here), decided -> 2)).containsExactly(0L);
        assertThatThrownBy(() -> FromMemory.decide(CASE, () -> versions(here), List::size))
                .isInstanceOf(FromMemory.Unproven.class);
        assertThat(FromMemory.decide("another case", () -> versions(here), List::size))
                .containsExactly(0L, 1L);
        assertThat(versions(here)).containsExactly(0L, 1L);
        assertThat(FromMemory.decide(CASE, () -> versions(here), decided -> 3)).containsExactly(0L, 1L);
    }

    @Test
    void the_cases_that_nobody_asks_for_are_forgotten_first() {
        var known = new KnownFacts();
        var hundred = IntStream.range(0, 100).mapToObj(KnownFactsTest::fact).toList();
        for (var n = 0; n < 100; n++) {
            known.keep("case " + n, messages(hundred));
        }
        assertThat(known.of("case 0")).hasSize(100);

        known.keep("one more", messages(hundred));

        assertThat(known.of("case 0")).as("asked for just before").hasSize(100);
        assertThat(known.of("case 1")).isEmpty();
        assertThat(known.of("one more")).hasSize(100);
    }

    @Test
    void facts_that_do_not_begin_with_the_first_are_not_kept() {
        var known = new KnownFacts();
        known.keep(CASE, messages(List.of(fact(1), fact(2))));
        assertThat(known.of(CASE)).isEmpty();
    }

    private static List<DomainEventMessage<?>> messages(List<? extends DomainEventMessage<?>> facts) {
        return List.copyOf(facts);
    }

    private static List<Long> versions(FactStorage node) {
        return node.readEvents(CASE)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private static List<Object> payloads(FactStorage node) {
        Stream<? extends DomainEventMessage<?>> facts = node.readEvents(CASE).asStream();
        return facts.<Object>map(DomainEventMessage::getPayload).toList();
    }

    private static DomainEventMessage<?> fact(long sequence) {
        var at = Instant.parse("2026-03-02T01:00:00Z").plusSeconds(sequence);
        return new GenericDomainEventMessage<>(
                "Case",
                CASE,
                sequence,
                new CaseUrged(CASE, at, new Sealed("k", "c")),
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
