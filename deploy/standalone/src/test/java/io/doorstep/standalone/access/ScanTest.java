package io.doorstep.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.digest.Sha256;
import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.password.Passwords;
import io.doorstep.standalone.Running;
import io.doorstep.standalone.acceptance.TakesMinutes;
import io.doorstep.terms.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ContentDisposition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * 扫描。 Hostile words in every field and parameter of every address of a running office, by somebody who holds every role: nothing
 * breaks, nothing is evaluated, nothing stands in a page but as words. What it found is in {@code docs/scan.md}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodName.class)
@ExtendWith(OutputCaptureExtension.class)
@TakesMinutes
class ScanTest {

    private static final String ID = "m-everything";
    private static final String PASSWORD = "scan";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, HandlerMethod> addresses = new TreeMap<>();
    private final Path data;
    private final Running office;
    private final Attacker attacker;

    ScanTest(@TempDir Path data) {
        this.data = data;
        office = Running.with(
                "--doorstep.data=" + data,
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--doorstep.limits.share=0");
        attacker = Attacker.person(office.address("/"), ID, PASSWORD);
        addresses.putAll(Addresses.of(office));
    }

    @BeforeAll
    void somebody_who_may_do_everything() {
        office.bean(Accounts.class)
                .add(
                        new Account(ID, "某人", "u-petition-bureau", "430525", Set.of(Role.values()), true, null, null),
                        PASSWORD,
                        Passwords.quick());
    }

    @BeforeEach
    void nothing_is_wrong_yet() {
        wrong.clear();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    @Test
    void hostile_words_in_fields_break_nothing_and_stay_words(CapturedOutput log) {
        var id = reported(HostileWords.ALL.get(0));
        HostileWords.stream().filter(word -> word.length() < 200).forEach(word -> note(id, word));
        everything(id);
        // those about passwords and codes last: who fails too often there has to wait everywhere
        addresses.entrySet().stream()
                .filter(each -> each.getKey().startsWith("POST ") && !Forms.isFile(each.getKey()))
                .sorted(Comparator.comparing(each -> each.getKey().matches(".*(setup|/me/|sign-in|code|tokens).*")))
                .forEach(each -> fields(each.getKey(), each.getValue()));
        assertThat(wrong).isEmpty();
        silent(log);
    }

    /** No line of the log was written by a request. */
    private static void silent(CapturedOutput log) {
        assertThat(log.getAll())
                .doesNotContainIgnoringCase("doorstep-evil", "doorstepEvil", "drop table", "46337*46337");
    }

    private void fields(String name, HandlerMethod handler) {
        var id = name.contains("{id}") ? reported("扫描用的一件") : "";
        HostileWords.stream().parallel().forEach(word -> {
            for (var body : HostileFields.bodies(handler, sample(name), word)) {
                check(name, word, attacker.post(path(name, id), body));
            }
        });
    }

    @Test
    void a_hostile_word_in_parameters_and_paths_breaks_nothing_and_stays_a_word(CapturedOutput log) {
        var id = reported(HostileWords.ALL.get(1));
        addresses.forEach((name, handler) -> {
            if (name.startsWith("GET ") && !name.contains("/live/")) {
                var path = path(name, id);
                var parameters = HostileParameters.of(attacker, path, handler);
                HostileWords.stream().parallel().forEach(word -> {
                    var encoded = Attacker.encoded(word);
                    for (var parameter : parameters) {
                        check(name + " " + parameter, word, attacker.get(with(path, parameter + "=" + encoded)));
                    }
                    check(name + " twice", word, attacker.get(with(path, "q=a&q=" + encoded)));
                    check(name + " name", word, attacker.get(with(path, encoded + "=x")));
                    for (var variable : name.split("\\{", -1)) {
                        if (variable.contains("}") && word.length() < 1000) {
                            var part = "{" + variable.substring(0, variable.indexOf('}') + 1);
                            check(name + " " + part, word, attacker.get(path(name.replace(part, encoded), id)));
                        }
                    }
                });
                HostileWords.NAMES.forEach(evil ->
                        check(name, evil, attacker.get(with(path, Attacker.encoded(evil) + "=admin"))));
            }
        });
        assertThat(wrong).isEmpty();
        silent(log);
    }

    @Test
    void files_that_are_made_to_harm_are_refused_or_kept_as_words() throws IOException {
        var id = reported("有附件的一件");
        var path = "/api/cases/" + id + "/attachments";
        assertThat(file(path, "picture.jpg", HostileFiles.PROGRAM))
                .as("a program")
                .isEqualTo(415);
        var bomb = HostileFiles.bomb("word/document.xml", 300L << 20);
        assertThat(file(path, "bomb.docx", bomb)).as("a zip bomb").isEqualTo(415);
        assertThat(file(path, "empty.png", new byte[0])).as("nothing").isEqualTo(400);
        assertThat(file(path, "large.png", new byte[22 << 20])).as("22 MB").isEqualTo(413);
        kept(id, "../../../../tmp/evil.svg", HostileFiles.SVG, "evil.svg");
        kept(id, "page.html", "<html><script>doorstepEvil(1)</script></html>", "page.html");
        kept(id, "a%22; filename=evil.exe; x=%22.txt", "words", "a%22; filename=evil.exe; x=%22.txt");
        kept(id, "名\u202Egpj.exe.txt", "other words", "gpj.exe.txt");
        for (var ledger : List.of("/api/imports/preview", "/api/imports")) {
            for (var content : List.of(
                    HostileFiles.bomb("xl/worksheets/sheet1.xml", 300L << 20),
                    HostileFiles.workbookWithEntities(),
                    HostileFiles.PROGRAM)) {
                var answer = HostileFiles.send(attacker, ledger, "ledger.xlsx", content, Forms.MAPPING);
                check(ledger, "a workbook made to harm", answer);
                assertThat(answer.body()).doesNotContain("doorstep-evil", "root:");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int file(String path, String name, byte[] content) {
        return HostileFiles.send(attacker, path, name, content, null).status();
    }

    /** Text is taken whatever it says, and handed out as text that nobody opens as a page. */
    private void kept(String id, String name, String content, String shown) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThat(file("/api/cases/" + id + "/attachments", name, bytes))
                .as(name)
                .isEqualTo(200);
        var sha256 = Sha256.hex(content);
        var path = "/api/cases/" + id + "/attachments/" + sha256;
        await().until(() -> attacker.get(path).status() == 200);
        var headers = attacker.get(path).headers();
        assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).startsWith("sandbox");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var disposition = headers.firstValue("Content-Disposition").orElseThrow();
        assertThat(disposition).startsWith("attachment; filename").doesNotContain("..", "/");
        assertThat(ContentDisposition.parse(disposition).getFilename()).endsWith(shown);
    }

    @Test
    void a_gigabyte_is_refused_before_it_is_read() throws IOException {
        var id = reported("大文件的一件");
        var gigabyte = 1L << 30;
        for (var path : List.of("/api/cases/" + id + "/attachments", "/api/imports", "/api/imports/preview")) {
            var told = HostileFiles.flood(attacker, path, attacker.authorization(), gigabyte, true);
            assertThat(told.answer()).as(path).startsWith("HTTP/1.1 413");
            assertThat(told.taken()).isLessThan(16L << 20);
            var stranger = HostileFiles.flood(attacker, path, "", gigabyte, false);
            assertThat(stranger.answer()).as("nobody at %s", path).isIn("HTTP/1.1 401", "");
            assertThat(stranger.taken()).isLessThan(128L << 20);
        }
        var untold = HostileFiles.flood(attacker, "/api/imports", attacker.authorization(), gigabyte, false);
        assertThat(untold.answer()).isIn("HTTP/1.1 413", "");
        assertThat(untold.taken())
                .as("no more than the largest ledger, and what is on its way")
                .isLessThan(256L << 20);
        assertThat(attacker.get("/api/lists/problems").status()).isEqualTo(200);
        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())))
                    .as("no log, no upload, nothing but what is documented")
                    .allMatch(name ->
                            name.matches("doorstep\\.(mv|trace)\\.db|master\\.key|erased-keys\\.log|[0-9a-f]{64}.*"));
        }
    }

    @Test
    void every_answer_says_what_it_is_and_what_browsers_must_refuse() {
        var id = reported("普通的一件");
        addresses.keySet().stream()
                .filter(name -> name.startsWith("GET ") && !name.contains("/live/"))
                .forEach(name -> wrong.addAll(PlainAnswers.faults(name, attacker.get(path(name, id)))));
        for (var odd : List.of("/no/page", "/api/none", "/api/cases//x", "/cases/" + id + ";x=1", "/error")) {
            wrong.addAll(PlainAnswers.faults(odd, attacker.get(odd)));
        }
        addresses.keySet().stream().map(name -> path(name, id)).distinct().forEach(path -> {
            for (var method : List.of("PUT", "DELETE", "PATCH", "PROPFIND")) {
                var answer = attacker.method(method, path.replaceFirst("\\?.*", ""));
                if (answer.status() / 100 != 4) {
                    wrong.add(method + " " + path + ": " + answer.status());
                }
            }
        });
        assertThat(wrong).isEmpty();
        wrong.addAll(PlainAnswers.strangeRequests(attacker));
        assertThat(wrong).isEmpty();
    }

    /** Whoever puts an address into a picture or a link makes others ask for it; so asking changes nothing. */
    @Test
    void asking_changes_nothing() {
        var id = reported("只看不改的一件");
        // facts are chained moments after they are recorded, whoever asks or not
        var jdbc = office.bean(JdbcClient.class);
        await().until(() -> jdbc.sql(
                        "select (select count(*) from aggregate_event_entry) = (select count(*) from fact_ledger)"
                                + " and exists (select 1 from ledger_checkpoint)")
                .query(Boolean.class)
                .single());
        var before = Contents.of(office.bean(JdbcClient.class));
        addresses.keySet().stream()
                .filter(name -> name.startsWith("GET ") && !name.contains("/live/"))
                .forEach(name -> attacker.get(path(name, id)));
        assertThat(Contents.of(office.bean(JdbcClient.class))).isEqualTo(before);
    }

    @Test
    void a_parameter_given_twice_is_refused_and_words_for_the_database_find_nothing() {
        reported("数据库里的一件");
        var all = JSON.readTree(attacker.get("/api/lists/problems?size=1").body())
                .get("total")
                .asInt();
        assertThat(all).isPositive();
        for (var list : List.of("problems", "assignments", "closeouts")) {
            var answer = attacker.get("/api/lists/" + list + "?q=" + Attacker.encoded("' or 'b'='b"));
            assertThat(JSON.readTree(answer.body()).get("total").asInt()).isZero();
            var twice = attacker.get("/api/lists/" + list + "?place=430525001001&place=430525103");
            assertThat(twice.status()).isEqualTo(400);
            assertThat(twice.body()).contains("GIVEN_TWICE");
            assertThat(attacker.get("/api/lists/" + list + "?kind=DISPUTE&kind=PETITION")
                            .status())
                    .isEqualTo(200);
            for (var name : HostileWords.NAMES) {
                assertThat(attacker.get("/api/lists/" + list + "?" + Attacker.encoded(name) + "=x")
                                .status())
                        .as(name)
                        .isEqualTo(400);
            }
        }
        var polluted = sample("POST /api/cases").replaceFirst("\\{", "{\"__proto__\": {\"admin\": true}, ");
        assertThat(attacker.post("/api/cases", polluted).body()).contains("UNKNOWN_FIELD");
        var twice = sample("POST /api/cases").replaceFirst("\\{", "{\"place\": \"430525103\", ");
        assertThat(attacker.post("/api/cases", twice).body()).contains("NOT_JSON");
        assertThat(attacker.get("/api/units", "X-Forwarded-For", "203.0.113.9", "Authorization-X", "x")
                        .status())
                .isEqualTo(200);
        var stranger = new Attacker(office.address("/"), "Bearer doorstep_guess");
        assertThat(stranger.get("/api/units", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9")
                        .status())
                .isEqualTo(401);
        assertThat(office.bean(JdbcClient.class)
                        .sql("select distinct network from security_log")
                        .query(String.class)
                        .list())
                .as("nobody says himself where he comes from")
                .containsExactly("localhost");
    }

    /** Asks for every page and file of a case whose words are hostile, and of everything else. */
    private void everything(String id) {
        addresses.keySet().stream()
                .filter(name -> name.startsWith("GET ") && !name.contains("/live/"))
                .parallel()
                .forEach(name -> check(name, "stored", attacker.get(path(name, id))));
    }

    private void note(String id, String word) {
        for (var what : List.of("/notes", "/urgings")) {
            check(what, word, attacker.post("/api/cases/" + id + what, JSON.writeValueAsString(Map.of("text", word))));
        }
        check(
                "view",
                word,
                attacker.post(
                        "/api/views",
                        JSON.writeValueAsString(Map.of("list", "problems", "name", word, "query", "q=" + word))));
    }

    private String reported(String title) {
        var body = Map.of(
                "kind", "DISPUTE",
                "channel", "VISIT",
                "category", "020201",
                "place", "430525001001",
                "title", title,
                "statement", title,
                "petitioners", List.of(Map.of("name", "某人" + title, "address", "某地" + title)));
        var answer = attacker.post("/api/cases", JSON.writeValueAsString(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = JSON.readTree(answer.body()).get("caseId").asString();
        attacker.post("/api/cases/" + id + "/assignments", "{\"unit\": \"u-petition-bureau\"}");
        return id;
    }

    private void check(String where, String word, Attacker.Answer answer) {
        asked.incrementAndGet();
        HostileWords.harm(answer)
                .ifPresent(harm -> wrong.add("%s with %s: %d %s"
                        .formatted(where, word.substring(0, Math.min(50, word.length())), answer.status(), harm)));
    }

    private static String with(String path, String more) {
        return path + (path.contains("?") ? "&" : "?") + more;
    }

    private static String path(String name, String id) {
        var path = Requests.filled(name.substring(name.indexOf(' ') + 1))
                .replace("{id}", id)
                .replace("{caseId}", id)
                .replace("{sha256}", "0".repeat(64))
                .replace("{importId}", UUID.randomUUID().toString());
        return path + Requests.QUERIES.getOrDefault(name, "");
    }

    private static String sample(String name) {
        return Requests.BODIES
                .getOrDefault(
                        name.contains("/cases/{id}") ? name.replaceFirst("^POST /api/cases/\\{id}", "") : name, "{}")
                .replace("%o", UUID.randomUUID().toString())
                .replace("%u", UUID.randomUUID().toString())
                .replace("%n", UUID.randomUUID().toString().substring(0, 8))
                .replace("%s", Instant.now().minusSeconds(60).toString());
    }
}
