package io.doorstep.proof.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.proof.check.JdbcHistory;
import io.doorstep.proof.check.Report;
import io.doorstep.proof.check.Section;
import io.doorstep.proof.check.Verification;
import io.doorstep.proof.kept.LedgerKeeper.Rhythm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 存证账的速度。 A benchmark, not a test of speed: it prints rates and ratios and fails on wrong results only. Started by {@code
 * deploy/acceptance/ledger.sh}; databases that sync their disks, as an office has them.
 */
@EnabledIfSystemProperty(
        named = "ledger.facts",
        matches = "[0-9]+",
        disabledReason = "a benchmark: deploy/acceptance/ledger.sh")
class LedgerRatesTest {

    private static final long FACTS = Long.getLong("ledger.facts", 0);
    private static final int BATCH = 5000;
    private static final int BYTES = 800;
    private static final int ROUNDS = 10;
    private static final int WRITES = 3000;
    private static final String INSERT = """
            insert into aggregate_event_entry (identifier, aggregate_type, aggregate_identifier,
                aggregate_sequence_number, type, version, timestamp, payload, metadata)
            values (?, 'Case', ?, ?, 'io.doorstep.events.cases.ProgressNoted', '1', '2026-11-22T04:00:00.000Z', ?, ?)
            """;

    @TempDir
    Path folder;

    @Test
    void on_the_embedded_database() throws Exception {
        try (var database =
                pool("jdbc:h2:file:" + folder.resolve("doorstep") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000", "sa")) {
            measure("H2", database);
        }
    }

    @Test
    void on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var database = pool(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
            measure("PostgreSQL", database);
        }
    }

    private static void measure(String engine, DataSource database) throws SQLException {
        var recorded = Recorded.in(database);
        fill(database);
        var begun = System.nanoTime();
        assertThat(recorded.ledger.chainAll(LedgerKeeper.BATCH)).isEqualTo(FACTS);
        var chained = since(begun);
        var made = recorded.checkpoints.make().orElseThrow();
        begun = System.nanoTime();
        Report report;
        try (var connection = database.getConnection()) {
            report = new Verification(recorded.keys.known(), List.of(new Section(made, 0, List.of())), step -> {})
                    .of(new JdbcHistory(connection));
        }
        var verified = since(begun);
        assertThat(report.whole()).isTrue();
        assertThat(report.facts()).isEqualTo(FACTS);
        System.out.printf(
                "%s: %,d facts of %d bytes: ledger %,.0f facts/s, verifier %,.0f facts/s%n",
                engine, FACTS, BYTES, FACTS / chained, FACTS / verified);
        share(engine, recorded);
    }

    /** Writers beside a ledger that keeps up, and without one, turn by turn. */
    private static void share(String engine, Recorded recorded) {
        var alone = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        var number = FACTS;
        write(recorded, number, WRITES);
        for (var round = 1; round <= ROUNDS; round++) {
            // Who goes first changes, so that what the round before left behind falls on both.
            for (var withLedger : round % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                number += WRITES;
                if (withLedger) {
                    beside.add(besideLedger(recorded, number));
                } else {
                    alone.add(write(recorded, number, WRITES));
                }
                recorded.ledger.chainAll(LedgerKeeper.BATCH);
            }
        }
        var without = median(alone);
        var with = median(beside);
        System.out.printf(
                "%s: one writer %,.0f facts/s alone, %,.0f beside the ledger (medians of %d): the ledger costs %.1f %%%n",
                engine, without, with, ROUNDS, 100 * (1 - with / without));
    }

    private static double besideLedger(Recorded recorded, long from) {
        var keeper = keeper(recorded);
        keeper.start();
        try {
            return write(recorded, from, WRITES);
        } finally {
            keeper.stop();
        }
    }

    private static LedgerKeeper keeper(Recorded recorded) {
        var book = new CheckBook(recorded.jdbc, recorded.transaction);
        var check = new SelfCheck(
                recorded.database, recorded.ledger, recorded.checkpoints, recorded.keys, book, recorded.clock);
        var rhythm = new Rhythm(Duration.ofMillis(200), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
        return new LedgerKeeper(
                recorded.ledger, recorded.checkpoints, Optional.empty(), check, book, rhythm, recorded.clock);
    }

    /** One fact a transaction, as commands record them; facts a second. */
    private static double write(Recorded recorded, long from, int count) {
        var jdbc = new JdbcTemplate(recorded.database);
        var random = new Random(from);
        var begun = System.nanoTime();
        for (var i = 0; i < count; i++) {
            var number = from + i;
            recorded.transaction.executeWithoutResult(step -> {
                jdbc.queryForObject("select id from append_lock where id = 1 for update", Long.class);
                jdbc.update(INSERT, fact(number, random));
            });
        }
        return count / since(begun);
    }

    private static void fill(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        var random = new Random(7);
        for (var from = 0L; from < FACTS; from += BATCH) {
            var rows = new ArrayList<Object[]>(BATCH);
            for (var number = from; number < Math.min(from + BATCH, FACTS); number++) {
                rows.add(fact(number, random));
            }
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    private static Object[] fact(long number, Random random) {
        var payload = new byte[BYTES];
        random.nextBytes(payload);
        return new Object[] {
            new UUID(random.nextLong(), number).toString(), "case-" + number / 12, number % 12, payload, new byte[120]
        };
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static HikariDataSource pool(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        return pool;
    }
}
