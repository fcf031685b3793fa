package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.store.AppendOrder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 改历史会被发现。 An office works, erases somebody and stops; then its database is changed by hand in every way that history can be, and the
 * verifier, a process of its own, names what was done. The checkpoints lie in a second place all the while.
 */
class TamperedHistoryTest {

    private static final int CASES = 6;
    private static final int NOTES = 4;
    private static final String FACTS = "aggregate_event_entry";

    @TempDir
    Path folder;

    /** 动的手脚。 What is done to the database by hand, and how the verifier has to name it. */
    private record Deed(List<String> changes, boolean ledgerAnew, List<String> named) {}

    private static Map<String, Deed> deeds(boolean postgres) {
        var oneByte = postgres
                ? "payload = set_byte(payload, 40, get_byte(payload, 40) # 1)"
                : "payload = insert(payload, 41, 1, X'40')";
        var deeds = new LinkedHashMap<String, Deed>();
        deeds.put("one byte of a payload", changed(oneByte));
        deeds.put("a time", changed("timestamp = '2020-01-01T00:00:00Z'"));
        deeds.put(
                "an actor",
                changed("metadata = "
                        + (postgres
                                ? "convert_to(replace(convert_from(metadata, 'UTF8'), 'officer', 'offices'), 'UTF8')"
                                : "cast(replace(utf8tostring(metadata), 'officer', 'offices') as varbinary)")));
        var at = "delete from " + FACTS + " where global_index = %1$s";
        deeds.put("a removal", new Deed(List.of(at), false, List.of("REMOVED  position 9")));
        deeds.put(
                "an insertion",
                new Deed(
                        List.of(at.replace("%1$s", "%2$s"), """
                insert into aggregate_event_entry (global_index, identifier, aggregate_type, aggregate_identifier,
                    aggregate_sequence_number, type, version, timestamp, payload, metadata)
                select %2$s, 'forged', aggregate_type, aggregate_identifier, 999, type, version, timestamp, payload, metadata
                  from aggregate_event_entry where global_index = %1$s
                """),
                        false,
                        List.of("CHANGED  position 10", "#999", "(forged)")));
        deeds.put(
                "a swap",
                new Deed(
                        List.of(
                                "update " + FACTS + " set global_index = 1000000 where global_index = %1$s",
                                "update " + FACTS + " set global_index = %1$s where global_index = %2$s",
                                "update " + FACTS + " set global_index = %2$s where global_index = 1000000"),
                        false,
                        List.of("REORDERED  position 9", "REORDERED  position 10")));
        deeds.put(
                "a tail cut off",
                new Deed(
                        List.of("delete from " + FACTS + " where global_index >= %1$s"),
                        false,
                        List.of("CUT_OFF  position 9")));
        deeds.put(
                "a tail cut off with ledger and checkpoints",
                new Deed(
                        List.of(
                                "delete from " + FACTS + " where global_index >= %1$s",
                                "delete from fact_ledger where position >= 9",
                                "delete from ledger_checkpoint where size > 9"),
                        false,
                        List.of("CUT_OFF  position 9")));
        deeds.put(
                "a change with the ledger made anew",
                new Deed(
                        changed("timestamp = '2020-01-01T00:00:00Z'").changes(),
                        true,
                        List.of("CHANGED  position 9", "CHECKPOINT_DIFFERS")));
        return deeds;
    }

    private static Deed changed(String what) {
        return new Deed(
                List.of("update " + FACTS + " set " + what + " where global_index = %1$s"),
                false,
                List.of("CHANGED  position 9  "));
    }

    @Test
    void is_found_in_the_embedded_database() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        work(data);
        var database = data.resolve("doorstep.mv.db");
        for (var deed : deeds(false).entrySet()) {
            var copy = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
            Files.copy(database, copy.resolve("doorstep.mv.db"));
            forge("jdbc:h2:file:" + copy.resolve("doorstep"), "sa", deed.getValue());
            found(deed, verify("--data", copy.toString()));
        }
        whole(verify("--data", data.toString()));
        receipts();
        comesInElsewhere(data);
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("doorstep"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("backup to '" + folder.resolve("backup.zip") + "'");
            statement.execute("script to '" + folder.resolve("script.sql") + "'");
        }
        whole(verify("--dump", folder.resolve("backup.zip").toString()));
        whole(verify("--dump", folder.resolve("script.sql").toString()));
    }

    @Test
    @TakesMinutes
    void is_found_in_postgresql() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        try (var server = EmbeddedPostgres.builder().start()) {
            work(
                    data,
                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
            for (var deed : deeds(true).entrySet()) {
                var copy = "copy" + UUID.randomUUID().toString().replace("-", "");
                try (var connection =
                                server.getDatabase("postgres", "template1").getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + copy + " template postgres");
                }
                var url = server.getJdbcUrl("postgres", copy);
                forge(url, "postgres", deed.getValue());
                found(deed, verify("--database", url, "--user", "postgres"));
            }
            var url = server.getJdbcUrl("postgres", "postgres");
            whole(verify("--database", url, "--user", "postgres"));
            dump(url, folder.resolve("dump.sql"));
            whole(verify("--dump", folder.resolve("dump.sql").toString()));
        }
    }

    /** The whole history, exported by the verifier, makes an empty office the same one. */
    private void comesInElsewhere(Path data) throws Exception {
        var file = folder.resolve("history.jsonl");
        var exported = verify("--data", data.toString(), "--export", file.toString());
        whole(exported);
        whole(verify(
                "--data",
                data.toString(),
                "--export",
                folder.resolve("history.csv").toString()));
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var office = Office.start(elsewhere, "--doorstep.history.import=" + file)) {
            office.waitForLists();
            var lines = Files.readAllLines(file).size();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            office.json("supervisor", "/api/proof").get("size").longValue() == lines);
            assertThat(exported.words())
                    .contains(
                            office.json("supervisor", "/api/proof").get("root").stringValue());
            assertThat(office.json("officer", "/api/lists/problems")
                            .get("total")
                            .intValue())
                    .isEqualTo(CASES - 1);
            var items = office.json("officer", "/api/categories").get("items");
            var next = report(office, items.get(items.size() - 1).get("code").stringValue());
            assertThat(office.json("officer", "/api/cases/" + next + "?version=" + NOTES)
                            .get("number")
                            .stringValue())
                    .endsWith("-%06d".formatted(CASES + 1));
        }
    }

    /** What a petitioner took home proves its one thing, and nothing when a letter of it was changed. */
    private void receipts() throws Exception {
        var receipt = folder.resolve("receipt.txt");
        assertThat(verify("--receipt", receipt.toString()).words())
                .contains("WAS ON RECORD")
                .contains("CaseReported");
        var forged = folder.resolve("forged.txt");
        Files.writeString(forged, Files.readString(receipt).replace("CaseReported", "CaseResolved"));
        assertThat(verify("--receipt", forged.toString()))
                .satisfies(answer -> assertThat(answer.exit()).isEqualTo(1))
                .satisfies(answer -> assertThat(answer.words()).contains("NOT PROVED"));
    }

    private record Answer(int exit, String words) {}

    private Answer verify(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.doorstep.verifier.Verify",
                "--checkpoints",
                folder.resolve("second-place").toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DOORSTEP_DB_PASSWORD", "postgres");
        var process = builder.start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), words);
    }

    private static void whole(Answer answer) {
        assertThat(answer.words()).contains("WHOLE").doesNotContain("NOT WHOLE");
        assertThat(answer.exit()).isZero();
    }

    private static void found(Map.Entry<String, Deed> deed, Answer answer) {
        assertThat(answer.words())
                .as(deed.getKey())
                .contains(deed.getValue().named())
                .contains("NOT WHOLE");
        assertThat(answer.exit()).isEqualTo(1);
    }

    /** What happens in the office until it stops: some cases with notes, and one person erased. */
    private void work(Path data, String... settings) throws Exception {
        var copies = folder.resolve("second-place");
        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--doorstep.proof.every=PT0.2S",
                "--doorstep.proof.checkpoint-every=PT1S",
                "--doorstep.proof.copies=" + copies));
        try (var office = Office.start(data, all.toArray(String[]::new))) {
            var items = office.json("officer", "/api/categories").get("items");
            var category = items.get(items.size() - 1).get("code").stringValue();
            var ids = new ArrayList<String>();
            for (var i = 0; i < CASES; i++) {
                ids.add(report(office, category));
            }
            erase(office, ids.get(0));
            assertThat(office.post("officer", "/api/cases/" + ids.get(1) + "/proof", "{}")
                            .statusCode())
                    .isEqualTo(204);
            Files.writeString(
                    folder.resolve("receipt.txt"),
                    office.get("officer", "/api/cases/" + ids.get(1) + "/proof").body());
            assertThat(Office.read(office.post("supervisor", "/api/proof/checkpoints", "{}"))
                            .get("size")
                            .longValue())
                    .isGreaterThan(CASES * (NOTES + 1L));
            Office.read(office.post("supervisor", "/api/proof/checks", "{}"));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !office.json("auditor", "/api/proof")
                            .get("lastCheck")
                            .isNull());
            assertThat(office.json("auditor", "/api/proof")
                            .at("/lastCheck/found")
                            .longValue())
                    .isZero();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> newest(copies) > CASES * (NOTES + 1));
        }
    }

    private static String report(Office office, String category) throws IOException {
        var id = UUID.randomUUID().toString();
        Office.read(office.post("officer", "/api/cases", """
                {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "%s", "place": "430525",
                 "title": "一件事", "statement": "雨水流入院内", "petitioners": [{"name": "张某"}]}
                """.formatted(id, category)));
        for (var i = 0; i < NOTES; i++) {
            Office.read(office.post("officer", "/api/cases/" + id + "/notes", "{\"text\": \"已约双方见面\"}"));
        }
        return id;
    }

    private static void erase(Office office, String caseId) throws IOException {
        Office.read(office.post("officer", "/api/cases/" + caseId + "/withdrawal", "{}"));
        var request = Office.read(
                office.post("officer", "/api/cases/" + caseId + "/erasures", "{\"ground\": \"PURPOSE_ACHIEVED\"}"));
        var approvals = "/api/erasures/" + request.get("erasureId").stringValue() + "/approvals";
        Office.read(office.post("supervisor", approvals, "{}"));
        assertThat(Office.read(office.post("privacy", approvals, "{}"))
                        .get("state")
                        .stringValue())
                .isEqualTo("DONE");
        assertThat(office.json("officer", "/api/cases/" + caseId).toString()).doesNotContain("雨水流入院内");
    }

    private static long newest(Path copies) throws IOException {
        if (!Files.exists(copies)) {
            return 0;
        }
        try (var files = Files.list(copies)) {
            return files.map(file -> file.getFileName().toString().replaceAll("[^0-9]", ""))
                    .filter(digits -> !digits.isEmpty())
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        }
    }

    /** With the right of the database's owner, past every guard. */
    private static void forge(String url, String user, Deed deed) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "postgres".equals(user) ? "postgres" : "")) {
            for (var table : List.of("fact_ledger", "fact_ledger_node", "ledger_checkpoint")) {
                execute(
                        connection,
                        "postgres".equals(user)
                                ? "alter table " + table + " disable trigger all"
                                : "drop trigger if exists " + table + "_grows");
            }
            var ninth = index(connection, 9);
            var tenth = index(connection, 10);
            for (var change : deed.changes()) {
                execute(connection, change.formatted(ninth, tenth));
            }
            if (deed.ledgerAnew()) {
                execute(connection, "delete from fact_ledger");
                execute(connection, "delete from fact_ledger_node");
            }
        }
        if (deed.ledgerAnew()) {
            var database = new DriverManagerDataSource(url, user, "postgres".equals(user) ? "postgres" : "");
            new FactLedger(
                            database,
                            new TransactionTemplate(new JdbcTransactionManager(database)),
                            AppendOrder.LOCK,
                            HashAlgorithm.SHA_256,
                            Clock.systemUTC())
                    .chainAll(100);
        }
    }

    private static void execute(Connection connection, String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static long index(Connection connection, long position) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select global_index from fact_ledger where position = " + position)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    /** In the words of pg_dump, which is not among the embedded binaries; the rows are PostgreSQL's own. */
    private static void dump(String url, Path file) throws Exception {
        var words = new ByteArrayOutputStream();
        words.write("--\n-- PostgreSQL database dump\n--\n\n".getBytes(StandardCharsets.UTF_8));
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            for (var table : List.of(FACTS, "fact_ledger", "fact_ledger_start", "ledger_checkpoint", "ledger_key")) {
                var columns = new ArrayList<String>();
                try (var rows = connection.getMetaData().getColumns(null, "public", table, null)) {
                    while (rows.next()) {
                        columns.add(rows.getString("COLUMN_NAME"));
                    }
                }
                var list = "("
                        + String.join(
                                ", ",
                                columns.stream().map(name -> "\"" + name + "\"").toList()) + ")";
                words.write(("COPY public." + table + " " + list + " FROM stdin;\n").getBytes(StandardCharsets.UTF_8));
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table + " " + list + " to stdout", words);
                words.write("\\.\n\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(file, words.toByteArray());
    }
}
