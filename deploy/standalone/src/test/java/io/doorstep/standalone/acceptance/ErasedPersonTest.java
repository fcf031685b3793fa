package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 删除后不留痕迹。 A running office takes a person in, by the report form, by a ledger and with a file; two people agree to erase him.
 * Afterwards no byte of any file tells of him, every list and every figure is what it was, and a rebuilt read side says the same.
 */
class ErasedPersonTest {

    private static final String NAME = "欧阳试删";
    private static final String PHONE = "13900017788";
    private static final String ID_NUMBER = "430525198503120049";
    private static final String ADDRESS = "试删巷七组十九号";
    private static final String STATEMENT = "试删原话占了我家的地";
    private static final String NOTE = "试删记录已上门核实";
    private static final String FILE = "试删附件里的字";
    private static final List<String> WORDS = List.of(NAME, PHONE, ID_NUMBER, ADDRESS, STATEMENT, NOTE, FILE);

    /** Stands in a title, which is not erased: by it the search shows that it would find something. */
    private static final String CONTROL = "对照字样甲乙丙";

    private static final List<String> LOOKED_AT = List.of(
            "/api/lists/problems?size=200&",
            "/api/lists/assignments?size=200&",
            "/api/lists/closeouts?size=200&",
            "/api/lists/problems.csv?",
            "/api/lists/closeouts.csv?",
            "/api/statistics/resolution.csv?from=2026-01-01&to=2099-01-01&",
            "/api/statistics/resolution?from=2026-01-01&to=2099-01-01&");

    @TempDir
    Path folder;

    @Test
    void leaves_nothing_in_the_embedded_database() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var story = new Story(data);
        story.tellUntilErased();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("doorstep"), "sa", "")) {
            drop(connection);
        }
        story.rebuildAndCompare();
    }

    @Test
    @TakesMinutes
    void leaves_nothing_in_postgresql() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toFile())
                .setCleanDataDirectory(false)
                .start();
        try {
            var url = server.getJdbcUrl("postgres", "postgres");
            var story = new Story(
                    data,
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
            story.tellUntilErased();
            try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                drop(connection);
            }
            story.rebuildAndCompare();
        } finally {
            server.close();
        }
        assertThat(Footprints.of(List.of(CONTROL), folder.resolve("postgres")))
                .as("the search works")
                .isNotEmpty();
        assertThat(Footprints.of(WORDS, folder)).isEmpty();
    }

    @Test
    @TakesMinutes
    void is_not_brought_back_by_a_copy_of_the_database_from_before() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var database = data.resolve("doorstep.mv.db");
        var copy = folder.resolve("copy.mv.db");
        String caseId;
        try (var office = Office.start(data)) {
            caseId = report(office, category(office), "一件事", "{\"name\": \"" + NAME + "\"}", STATEMENT);
            Office.read(office.post("officer", "/api/cases/" + caseId + "/withdrawal", "{}"));
            office.waitForLists();
        }
        Files.copy(database, copy);
        try (var office = Office.start(data)) {
            assertThat(words(office, caseId)).contains(STATEMENT);
            var approvals = "/api/erasures/"
                    + Office.read(office.post(
                                    "officer",
                                    "/api/cases/" + caseId + "/erasures",
                                    "{\"ground\": \"PURPOSE_ACHIEVED\"}"))
                            .get("erasureId")
                            .stringValue()
                    + "/approvals";
            Office.read(office.post("supervisor", approvals, "{}"));
            Office.read(office.post("privacy", approvals, "{}"));
        }
        Files.copy(copy, database, StandardCopyOption.REPLACE_EXISTING);
        try (var office = Office.start(data)) {
            assertThat(words(office, caseId)).contains("一件事").doesNotContain(STATEMENT);
            assertThat(Files.readString(office.log().toPath())).contains("2 erased keys had come back");
        }
    }

    private static String words(Office office, String caseId) {
        return office.json("officer", "/api/cases/" + caseId).toString();
    }

    private static void drop(java.sql.Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema reading_a cascade");
        }
    }

    /** What happens, on one database. */
    private final class Story {

        private final Path data;
        private final String[] settings;
        private final Path exports;
        private Map<String, String> before = Map.of();
        private String moment = "";

        Story(Path data, String... settings) throws IOException {
            this.data = data;
            this.settings = settings;
            this.exports = Files.createDirectories(folder.resolve("exports"));
        }

        void tellUntilErased() throws Exception {
            try (var office = Office.start(data, settings)) {
                var category = category(office);
                var reported =
                        report(office, category, CONTROL, """
                        {"name": "%s", "phone": "%s", "idNumber": "%s", "address": "%s"}
                        """.formatted(NAME, PHONE, ID_NUMBER, ADDRESS), STATEMENT);
                var other = report(
                        office, category, "别人的事 " + CONTROL, "{\"name\": \"某甲\", \"phone\": \"13900010001\"}", "别人的话");
                Office.read(
                        office.post("officer", "/api/cases/" + reported + "/notes", "{\"text\": \"" + NOTE + "\"}"));
                Office.read(office.upload(
                        "officer",
                        "/api/cases/" + reported + "/attachments",
                        NAME + ".txt",
                        FILE.getBytes(StandardCharsets.UTF_8)));
                importLedger(office, category);
                office.waitForLists();
                var imported = office.json("officer", "/api/lists/problems?size=200&q=" + "LEDGERCASE")
                        .get("items")
                        .get(0)
                        .get("caseId")
                        .stringValue();
                for (var id : List.of(reported, imported)) {
                    Office.read(office.post("officer", "/api/cases/" + id + "/withdrawal", "{}"));
                }
                // what is read leaves its own marks in files, such as those of the log
                office.json("officer", "/api/cases/" + reported);
                office.get("officer", "/cases/" + reported);
                office.get("officer", "/cases/" + reported + "/print/file.pdf");
                office.waitForLists();
                moment = DateTimeFormatter.ISO_INSTANT.format(OffsetDateTime.now(ZoneOffset.UTC));
                before = look(office, "before");
                assertThat(office.json("officer", "/api/cases/" + reported).toString())
                        .contains(STATEMENT);

                erase(office, reported);
                assertThat(office.json("officer", "/api/cases/" + reported).toString())
                        .doesNotContain(STATEMENT);
                assertThat(office.json("officer", "/api/cases/" + other).toString())
                        .contains("别人的话");
                assertThat(look(office, "after")).isEqualTo(before);
                Files.copy(office.log().toPath(), exports.resolve("office.log"));
            }
            assertThat(Footprints.of(List.of(CONTROL), exports))
                    .as("the search works")
                    .isNotEmpty();
            assertThat(Footprints.of(WORDS, folder)).isEmpty();
        }

        void rebuildAndCompare() throws Exception {
            try (var office = Office.start(data, settings)) {
                office.waitForLists();
                assertThat(look(office, "rebuilt")).isEqualTo(before);
                Files.copy(office.log().toPath(), exports.resolve("rebuilt.log"));
            }
            assertThat(Footprints.of(List.of(CONTROL), exports)).isNotEmpty();
            assertThat(Footprints.of(WORDS, folder)).isEmpty();
        }

        private Map<String, String> look(Office office, String when) throws IOException {
            var seen = new TreeMap<String, String>();
            for (var address : LOOKED_AT) {
                var answer = office.get("supervisor", address + "at=" + moment + "&knownAt=" + moment);
                assertThat(answer.statusCode())
                        .as(address + ": " + answer.body())
                        .isEqualTo(200);
                // a cursor pins the moment of asking
                seen.put(address, answer.body().replaceAll("\"(next|cursor|now)\":\"[^\"]*\"", ""));
                Files.writeString(exports.resolve(when + "-" + seen.size()), answer.body());
            }
            return seen;
        }
    }

    private static String category(Office office) {
        var categories = office.json("officer", "/api/categories").get("items");
        return categories.get(categories.size() - 1).get("code").stringValue();
    }

    private static String report(Office office, String category, String title, String person, String statement)
            throws IOException {
        var id = UUID.randomUUID().toString();
        Office.read(office.post("officer", "/api/cases", """
                {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "%s", "place": "430525",
                 "title": "%s", "statement": "%s", "petitioners": [%s]}
                """.formatted(id, category, title, statement, person)));
        return id;
    }

    /** The ledger comes in twice, in another charset and as a dry run; a row of his is wrong and kept to be mended. */
    private void importLedger(Office office, String category) throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        var ledger = "编号,时间,主题,内容,姓名,电话,身份证\n"
                + "L1," + today + ",LEDGERCASE 用水," + STATEMENT + "," + NAME + "," + PHONE + "," + ID_NUMBER + "\n"
                + "L2,不是日期,用电," + STATEMENT + "," + NAME + "," + PHONE + "," + ID_NUMBER + "\n";
        var mapping = """
                {"source": "试删台账", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-M-d"],
                 "columns": {"id": "编号", "reportedAt": "时间", "title": "主题", "statement": "内容",
                             "petitioner.name": "姓名", "petitioner.phone": "电话", "petitioner.idNumber": "身份证"},
                 "constants": {"kind": "PETITION", "channel": "LETTER", "category": "%s", "place": "430525"}}
                """.formatted(category);
        for (var charset : List.of("UTF-8", "GB18030")) {
            for (var dryRun : List.of(true, false)) {
                var id = Office.read(office.importLedger(
                                "officer", ledger.getBytes(Charset.forName(charset)), mapping, dryRun))
                        .get("importId")
                        .stringValue();
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(300))
                        .until(() -> List.of("DONE", "FAILED")
                                .contains(office.json("officer", "/api/imports/" + id)
                                        .get("state")
                                        .stringValue()));
            }
        }
    }

    private static void erase(Office office, String caseId) throws IOException {
        var request = Office.read(
                office.post("officer", "/api/cases/" + caseId + "/erasures", "{\"ground\": \"PURPOSE_ACHIEVED\"}"));
        assertThat(request.get("cases").intValue())
                .as("the one reported, and that of the ledger")
                .isEqualTo(2);
        var approvals = "/api/erasures/" + request.get("erasureId").stringValue() + "/approvals";
        Office.read(office.post("supervisor", approvals, "{}"));
        assertThat(Office.read(office.post("privacy", approvals, "{}"))
                        .get("state")
                        .stringValue())
                .isEqualTo("DONE");
    }
}
