package io.doorstep.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.store.AppendOrder;
import io.doorstep.testing.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 边办公边备份。 A backup is of one moment, however much is written meanwhile, and whoever reads what was restored does not wait for ever. */
class BusyOfficeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_backup_is_a_prefix_of_what_was_acknowledged(DataSource database) throws Exception {
        var filled = new Filled(database, AppendOrder.LOCK);
        var acknowledged = new AtomicLong(1200);
        var enough = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                filled.recorded.facts(3);
                acknowledged.addAndGet(3);
            }
        });
        org.awaitility.Awaitility.await().until(() -> acknowledged.get() > 1230);
        var before = acknowledged.get();
        filled.recorded.ledger.chainAll(1000);
        var taken = filled.back(folder);
        var during = acknowledged.get();
        enough.set(true);
        writing.join();

        var target = Databases.h2();
        var restored = Filled.restore(target, filled.archives(taken, folder));
        assertThat(restored.whole()).as(restored.findings().toString()).isTrue();
        var there = identifiers(target);
        var all = identifiers(database);
        assertThat(there).isEqualTo(all.subList(0, there.size()));
        assertThat((long) there.size()).isBetween(before, during + 3);
        // a transaction of three facts is in whole or not at all
        assertThat(there.size() % 3).isZero();
        assertThat(restored.size() + restored.waiting()).isEqualTo(there.size());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void facts_of_writers_side_by_side_are_read_and_chained_on_whatever_comes_after(DataSource target)
            throws Exception {
        var source = new Filled(Databases.postgres(), AppendOrder.HORIZON);
        outOfOrder(source);
        var archives = source.archives(source.back(folder), folder);
        var restored = Filled.restore(target, archives);
        assertThat(restored.whole()).as(restored.findings().toString()).isTrue();
        assertThat(restored.waiting()).as("a fact that waited").isEqualTo(1);

        var postgres = io.doorstep.store.Engine.of(target) == io.doorstep.store.Engine.POSTGRESQL;
        goesOn(target, postgres ? AppendOrder.HORIZON : AppendOrder.LOCK);
    }

    /** A chained fact with a higher index than one that still waits, as writers side by side make it. */
    private static void outOfOrder(Filled source) throws Exception {
        var slow = source.recorded.database.getConnection();
        try (slow) {
            slow.setAutoCommit(false);
            // the slow one has the younger transaction and the lower index
            var insert = """
                    insert into aggregate_event_entry (global_index, identifier, aggregate_type, aggregate_identifier,
                        aggregate_sequence_number, type, version, timestamp, payload, metadata) overriding system value
                    values (%d, '%s', 'Case', '%s', 0, 't', '1', '2026-11-22T04:00:00Z', '\\x7b7d', '\\x7b7d')
                    """;
            try (var statement = slow.createStatement()) {
                source.recorded
                        .jdbc
                        .sql(insert.formatted(2002, "quick", "quick"))
                        .update();
                source.recorded.ledger.chainAll(100);
                statement.execute(insert.formatted(2001, "slow", "slow"));
            }
            slow.commit();
        }
        source.recorded
                .jdbc
                .sql("select setval(pg_get_serial_sequence('aggregate_event_entry', 'global_index'), 2002)")
                .query(Long.class)
                .single();
    }

    @Test
    void a_fact_that_somebody_put_in_between_is_named_and_not_made_good() throws Exception {
        var source = new Filled(Databases.postgres(), AppendOrder.LOCK);
        outOfOrder(source);
        var restored = Filled.restore(Databases.h2(), source.archives(source.back(folder), folder));
        assertThat(restored.whole()).isFalse();
        assertThat(restored.findings()).singleElement().asString().startsWith("INSERTED");
    }

    @Test
    void transactions_of_another_cluster_hold_nobody_up() throws Exception {
        var source = new Filled(Databases.postgres(), AppendOrder.HORIZON);
        source.recorded
                .jdbc
                .sql("update aggregate_event_entry set tx = '9000000000'::xid8")
                .update();
        var target = Databases.postgres();
        Filled.restore(target, source.archives(source.back(folder), folder));
        assertThat(visible(target)).isEqualTo(1200);
        goesOn(target, AppendOrder.HORIZON);
    }

    private static long visible(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from aggregate_event_entry where tx < pg_snapshot_xmin(pg_current_snapshot())")
                .query(Long.class)
                .single();
    }

    /** New facts are chained behind the old ones, each once. */
    private static void goesOn(DataSource database, AppendOrder order) {
        var jdbc = JdbcClient.create(database);
        var ledger = new FactLedger(
                database,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                order,
                HashAlgorithm.SHA_256,
                Clock.systemUTC());
        var before = ledger.head().size();
        for (var i = 0; i < 3; i++) {
            jdbc.sql("""
                    insert into aggregate_event_entry (identifier, aggregate_type, aggregate_identifier,
                        aggregate_sequence_number, type, version, timestamp, payload, metadata)
                    values (?, 'Case', 'new', ?, 't', '1', '2026-11-22T04:00:00Z', ?, ?)
                    """)
                    .params("new-" + i, i, new byte[] {'{', '}'}, new byte[] {'{', '}'})
                    .update();
        }
        assertThat(ledger.chainAll(2)).isEqualTo(3);
        assertThat(ledger.head().size()).isEqualTo(before + 3);
        assertThat(jdbc.sql("select count(*) from aggregate_event_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 3);
    }

    private static List<String> identifiers(DataSource database) {
        return JdbcClient.create(database)
                .sql("select identifier from aggregate_event_entry order by global_index")
                .query(String.class)
                .list();
    }
}
