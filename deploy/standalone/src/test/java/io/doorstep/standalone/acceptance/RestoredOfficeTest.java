package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 还原与搬库。 What an operator does, as he does it: processes of the product and its commands, an archive taken while officers work, a
 * drill, a restore and a move to PostgreSQL, after each of which the office goes on.
 */
@TakesMinutes
class RestoredOfficeTest {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredOfficeTest.class);
    private static final int ANSWERS = Integer.getInteger("acceptance.answers", 60);

    @TempDir
    Path folder;

    /** 一次命令。 How a command ended, and what it said. */
    private record Ended(int code, String said) {}

    @Test
    void a_backup_of_a_busy_office_is_restored_and_the_office_goes_on() throws Exception {
        var identity = folder.resolve("identity.txt");
        var made = command(Map.of(), "new-identity", "--out=" + identity);
        assertThat(made.code()).as(made.said()).isZero();
        var recipient = made.said().lines().findFirst().orElseThrow();
        var data = Files.createDirectory(folder.resolve("data"));
        var work = new Workload();
        Map<String, Long> before;
        try (var office = Office.start(
                data,
                "--doorstep.backup.folder=" + folder.resolve("facts"),
                "--doorstep.backup.keys-folder=" + folder.resolve("keys"),
                "--" + recipient)) {
            assertThat(office.post("officer", "/api/backups", "{}").statusCode())
                    .isEqualTo(403);
            var stop = new AtomicBoolean();
            var working = work.start(office, stop);
            await().atMost(Duration.ofMinutes(2)).until(() -> work.answers() >= ANSWERS);
            before = Map.copyOf(work.acknowledged());
            assertThat(office.post("admin", "/api/backups", "{}").statusCode()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !office.json("admin", "/api/backups")
                            .get("lastGood")
                            .isNull());
            stop.set(true);
            working.join();
            assertThat(office.get("admin", "/actuator/prometheus").body())
                    .contains("doorstep_backup_age_seconds", "doorstep_backup_failing 0.0");
        }
        var archives = List.of(
                "--facts=" + only(folder.resolve("facts")),
                "--keys=" + only(folder.resolve("keys")),
                "--identity=" + identity);

        var drill = timed("drill", Map.of(), with(archives, "verify-backup"));
        assertThat(drill.code()).as(drill.said()).isZero();
        assertThat(drill.said()).contains("EQUAL").doesNotContain("NOT EQUAL");
        refusesWhatIsNotWhole(archives);

        try (var server = EmbeddedPostgres.start()) {
            var postgres = settings(server);
            var target = Files.createDirectory(folder.resolve("restored"));
            Files.copy(data.resolve("master.key"), target.resolve("master.key"));
            var restore = with(
                    archives,
                    "restore",
                    postgres.get(0),
                    postgres.get(1),
                    postgres.get(2),
                    "--doorstep.data=" + target);
            var restored = timed("restore", Map.of(), restore);
            assertThat(restored.code()).as(restored.said()).isZero();
            assertThat(restored.said()).contains("EQUAL", "erased-keys.log");
            var again = command(Map.of(), restore);
            assertThat(again.code()).isEqualTo(2);
            assertThat(again.said()).contains("not empty");

            try (var office = Office.start(target, with(postgres, "--doorstep.store.append-order=horizon"))) {
                goesOn(office, before);
            }
        }
    }

    private void refusesWhatIsNotWhole(List<String> archives) throws Exception {
        var facts = only(folder.resolve("facts"));
        var whole = Files.readAllBytes(facts);
        var changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(facts, changed);
        var damaged = command(Map.of(), with(archives, "verify-backup"));
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.said()).contains(facts.getFileName().toString(), "damaged");
        Files.write(facts, whole);
    }

    /** Everything that was acknowledged before the backup is there, lists and history agree, and new work is taken. */
    private static void goesOn(Office office, Map<String, Long> before) throws IOException {
        office.waitForLists();
        for (var acknowledged : before.entrySet()) {
            var history = office.json(
                    "supervisor",
                    "/api/cases/" + acknowledged.getKey() + "/history?version=" + acknowledged.getValue());
            assertThat(history.get("items").size())
                    .as("facts of %s", acknowledged.getKey())
                    .isGreaterThanOrEqualTo(acknowledged.getValue().intValue());
        }
        var stop = new AtomicBoolean();
        var more = new Workload();
        var working = more.start(office, stop);
        await().atMost(Duration.ofMinutes(2)).until(() -> more.answers() >= 20);
        stop.set(true);
        working.join();
        office.waitForLists();
        assertThat(office.json("admin", "/api/completeness").get("faults").intValue())
                .isZero();
        var size = office.json("admin", "/api/proof").get("size").longValue();
        assertThat(size)
                .isGreaterThan(
                        before.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void the_embedded_office_moves_to_postgresql() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var work = new Workload();
        try (var server = EmbeddedPostgres.start()) {
            var move = new String[] {
                "move",
                "--doorstep.data=" + data,
                "--to=" + server.getJdbcUrl("postgres", "postgres"),
                "--to-username=postgres"
            };
            var password = Map.of("DOORSTEP_TO_PASSWORD", "postgres");
            String lists;
            Instant at;
            try (var office = Office.start(data)) {
                var stop = new AtomicBoolean();
                var working = work.start(office, stop);
                await().atMost(Duration.ofMinutes(2)).until(() -> work.answers() >= ANSWERS);
                stop.set(true);
                working.join();
                office.waitForLists();
                at = Instant.now();
                lists = lists(office, at);
                var inUse = command(password, move);
                assertThat(inUse.code()).isEqualTo(2);
                assertThat(inUse.said()).contains("stop the office first");
            }
            var moved = timed("move", password, move);
            assertThat(moved.code()).as(moved.said()).isZero();
            assertThat(moved.said())
                    .contains("EQUAL", data.resolve("attachments").toString());

            try (var office = Office.start(data, settings(server).toArray(String[]::new))) {
                office.waitForLists();
                assertThat(lists(office, at)).isEqualTo(lists);
                goesOn(office, work.acknowledged());
            }
        }
    }

    @Test
    void an_unknown_word_and_help_show_what_there_is() throws Exception {
        var help = command(Map.of(), "--help");
        assertThat(help.code()).isZero();
        assertThat(help.said()).contains("restore", "verify-backup", "move", "new-identity");
        var unknown = command(Map.of(), "restroe");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.said()).contains("restroe?", "verify-backup");
        var without = command(Map.of(), "verify-backup");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.said()).contains("--facts");
    }

    private static List<String> settings(EmbeddedPostgres server) {
        return List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private static String lists(Office office, Instant at) throws IOException {
        var whole = new StringBuilder();
        for (var list : List.of("problems", "assignments", "closeouts")) {
            whole.append(office.get("supervisor", "/api/lists/" + list + ".csv?at=" + at + "&knownAt=" + at)
                    .body());
        }
        return whole.toString();
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                        throw new IllegalStateException("more than one file");
                    })
                    .orElseThrow();
        }
    }

    /** A command with its settings; the first word is the command. */
    private static String[] with(List<String> settings, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(settings);
        return all.toArray(String[]::new);
    }

    private Ended timed(String what, Map<String, String> environment, String... words) throws Exception {
        var begun = System.nanoTime();
        var ended = command(environment, words);
        LOG.warn("{}: {} ms, exit code {}", what, (System.nanoTime() - begun) / 1_000_000, ended.code());
        return ended;
    }

    /** A process of its own, as the operator starts it. */
    private Ended command(Map<String, String> environment, String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.doorstep.standalone.Doorstep"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
