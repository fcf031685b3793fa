package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.Sealed;
import io.doorstep.testing.Databases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 空档实验。 A slow transaction holds an index while its neighbour commits, whose clock is behind. */
class GapTest {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** As of a fact that was taken over from another book. */
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    /** The common pool of a small machine has one thread, and the slow transaction would hold it. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    @ParameterizedTest(name = "{0}, {3} behind")
    @MethodSource("ours")
    void both_facts_reach_the_reader(String name, DataSource database, AppendOrder order, Duration behind) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(database));
        Migration.ofFacts(database);
        var storage = FactStorage.on(database, order, transactions, FactSerializer.create(), new SimpleMeterRegistry());

        assertThat(delivered(storage, database, order == AppendOrder.LOCK, behind))
                .containsExactlyInAnyOrder("slow", "fast");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theirs")
    void with_the_framework_s_defaults_the_slow_one_is_lost(String name, DataSource database) {
        Migration.ofFacts(database);
        var plain = JdbcEventStorageEngine.builder()
                .eventSerializer(FactSerializer.create())
                .snapshotSerializer(FactSerializer.create())
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(new SpringTransactionManager(new DataSourceTransactionManager(database)))
                .persistenceExceptionResolver(new SQLStateResolver("23505"))
                .schema(EventTable.schema())
                .build();

        assertThat(delivered(plain, database, false, TWO_MINUTES)).containsExactly("fast");
    }

    static Stream<Arguments> ours() {
        return Stream.of(TWO_MINUTES, TWO_YEARS)
                .flatMap(behind -> Stream.of(
                        Arguments.of("H2, lock", Databases.h2(), AppendOrder.LOCK, behind),
                        Arguments.of("PostgreSQL, lock", Databases.postgres(), AppendOrder.LOCK, behind),
                        Arguments.of("PostgreSQL, horizon", Databases.postgres(), AppendOrder.HORIZON, behind)));
    }

    static Stream<Arguments> theirs() {
        return Stream.of(Arguments.of("H2", Databases.h2()), Arguments.of("PostgreSQL", Databases.postgres()));
    }

    /** What a reader gets of the two facts, who reads while the slow one, which came first, is in flight and again when all is committed. */
    private static List<String> delivered(
            EventStorageEngine storage, DataSource database, boolean neighbourWaits, Duration behind) {
        append(storage, "base", Instant.now());
        var reader = new Reader(storage);
        reader.read();
        reader.seen.clear();

        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var begun = new CountDownLatch(1);
        var appended = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var fast = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(step -> {
                    takeNumber(database);
                    begun.countDown();
                    waitFor(appended);
                    append(storage, "fast", Instant.now().minus(behind));
                }),
                OWN_THREAD);
        waitFor(begun);
        var slow = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(step -> {
                    append(storage, "slow", Instant.now());
                    appended.countDown();
                    waitFor(goOn);
                }),
                OWN_THREAD);
        waitFor(appended);
        if (neighbourWaits) {
            await().during(Duration.ofMillis(300)).until(() -> !fast.isDone());
        } else {
            fast.join();
        }
        reader.read();
        goOn.countDown();
        CompletableFuture.allOf(slow, fast).join();
        reader.read();
        return reader.seen;
    }

    /** The elder transaction of the two: what it appends is shown while the younger one is open. */
    private static void takeNumber(DataSource database) {
        if (Engine.of(database) == Engine.POSTGRESQL) {
            JdbcClient.create(database)
                    .sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
        }
    }

    private static void append(EventStorageEngine storage, String caseId, Instant at) {
        var fact = new CaseUrged(caseId, at, new Sealed("k", "c"));
        storage.appendEvents(new GenericDomainEventMessage<>(
                "Case", caseId, 0, fact, Map.of(), UUID.randomUUID().toString(), at));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Reader {

        private final EventStorageEngine storage;
        private final List<String> seen = new ArrayList<>();
        private @Nullable TrackingToken token;

        Reader(EventStorageEngine storage) {
            this.storage = storage;
        }

        void read() {
            try (var events = storage.readEvents(token, false)) {
                events.forEach(event -> {
                    token = event.trackingToken();
                    seen.add(((CaseUrged) event.getPayload()).caseId());
                });
            }
        }
    }
}
