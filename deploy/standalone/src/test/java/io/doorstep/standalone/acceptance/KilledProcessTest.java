package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 断电式终止。 A process that acknowledges commands is killed with -9 at random moments: what it acknowledged is there, no
 * sequence has a hole, and the lists agree with a rebuild from nothing. Once in every build;
 * {@code deploy/acceptance/kill.sh} does it twenty times.
 */
class KilledProcessTest {

    private static final int KILLS = Integer.getInteger("acceptance.kills", 1);

    @TempDir
    Path data;

    @Test
    void on_h2_nothing_acknowledged_is_lost() throws Exception {
        var url = "jdbc:h2:file:" + data.resolve("doorstep") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        survives(url, "sa", "");
    }

    @Test
    @TakesMinutes
    void on_postgresql_nothing_acknowledged_is_lost() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            survives(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
    }

    private void survives(String url, String user, String password) throws Exception {
        String[] settings = {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.datasource.password=" + password
        };
        var work = new Workload();
        var random = new Random(20_260_302);
        for (var kill = 1; kill <= KILLS; kill++) {
            killAtARandomMoment(Office.start(data, settings), work, random);
        }

        String before;
        var at = Instant.now();
        try (var office = Office.start(data, settings)) {
            office.waitForLists();
            before = lists(office, at);
            for (var acknowledged : work.acknowledged().entrySet()) {
                var history = office.json("supervisor", "/api/cases/" + acknowledged.getKey() + "/history");
                assertThat(history.get("items").size())
                        .as("facts of %s", acknowledged.getKey())
                        .isGreaterThanOrEqualTo(acknowledged.getValue().intValue());
            }
            assertThat(office.json("admin", "/api/completeness").get("faults").intValue())
                    .isZero();
        }

        assertNoHoles(url, user, password);
        dropTheReadSide(url, user, password);
        try (var office = Office.start(data, settings)) {
            office.waitForLists();
            assertThat(lists(office, at)).isEqualTo(before);
        }
        report(url, work);
    }

    private static void killAtARandomMoment(Office office, Workload work, Random random) {
        var stop = new AtomicBoolean();
        var before = work.answers();
        var done = work.start(office, stop);
        var enough = before + 20 + random.nextInt(120);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> work.answers() >= enough);
        office.kill();
        stop.set(true);
        done.join();
    }

    /** The three lists as files, at a fixed moment and state of knowledge. */
    private static String lists(Office office, Instant at) throws IOException {
        var whole = new StringBuilder();
        for (var list : List.of("problems", "assignments", "closeouts")) {
            whole.append(office.get("supervisor", "/api/lists/" + list + ".csv?at=" + at + "&knownAt=" + at)
                    .body());
        }
        return whole.toString();
    }

    private static void assertNoHoles(String url, String user, String password) throws SQLException {
        assertThat(count(url, user, password, """
                        select count(*) from (
                            select aggregate_identifier from aggregate_event_entry group by aggregate_identifier
                            having count(*) <> max(aggregate_sequence_number) + 1) holes
                        """)).as("sequences with a hole").isZero();
        assertThat(count(url, user, password, """
                        select count(*) from case_number n
                         where last_given <> (select count(*) from aggregate_event_entry
                                               where aggregate_sequence_number = 0)
                        """))
                .as("numbers lost or doubled")
                .isZero();
    }

    private static long count(String url, String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void dropTheReadSide(String url, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop schema reading_a cascade");
        }
    }

    private static void report(String url, Workload work) {
        org.slf4j.LoggerFactory.getLogger(KilledProcessTest.class)
                .warn(
                        "{}: {} kills, {} commands acknowledged in {} cases, none lost",
                        url.substring(5, url.indexOf(':', 5)),
                        KILLS,
                        work.answers(),
                        work.acknowledged().size());
    }
}
