package io.doorstep.command.web;

import static io.doorstep.terms.Role.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.command.testing.CommandSide;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.reference.Category;
import io.doorstep.reference.Officer;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.reference.Unit;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.SealedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** 收件窗口，经由 HTTP。 */
class CounterTest {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final Actor OFFICER = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private static final Actor HANDLER = Actor.of("handler", "u-unit", Role.HANDLER);

    @TempDir
    static Path files;

    private static CommandSide side;
    private static MockMvc mvc;

    record Somebody(Actor actor) implements SignedIn {}

    @BeforeAll
    static void open() {
        side = CommandSide.withWeb(Databases.h2Url(), "doorstep.attachments.folder=" + files);
        mvc = MockMvcBuilders.webAppContextSetup(side.web())
                .apply(springSecurity())
                .build();
        var jdbc = new JdbcTemplate(side.bean(DataSource.class));
        ReferenceTable.PLACES.put(
                jdbc, List.of(new Place("430525", "县", PlaceLevel.COUNTY, null, "/430525/", EVER, null, null, null)));
        ReferenceTable.UNITS.put(
                jdbc,
                List.of(
                        new Unit("u-bureau", "信访局", "430525", null, "/u-bureau/", EVER, null),
                        new Unit("u-unit", "自然资源局", "430525", null, "/u-unit/", EVER, null)));
        ReferenceTable.CATEGORIES.put(jdbc, List.of(new Category("01", "农村农业", 1, null, "/01/", EVER, null)));
        ReferenceTable.OFFICERS.put(jdbc, List.of(new Officer("handler", "承办员", "u-unit", false, EVER, null)));
        side.bean(ReferenceData.class).refresh();
    }

    @AfterAll
    static void close() {
        side.close();
    }

    @Test
    void a_report_is_answered_with_its_number_version_and_address() throws Exception {
        var id = UUID.randomUUID();
        ask(OFFICER, "/api/cases", report(id))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/cases/" + id))
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.caseId").value(id.toString()))
                .andExpect(jsonPath("$.version").value(1));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() throws Exception {
        ask(OFFICER, "/api/cases", """
                        {"kind": "PETITON", "channel": "VISIT", "category": "01", "place": "430525",
                         "title": "  ", "petitioners": [], "colour": "red"}
                        """)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.code").value("MALFORMED"))
                .andExpect(jsonPath("$.errors[?(@.field == 'colour')].code").value("UNKNOWN_FIELD"))
                .andExpect(jsonPath("$.errors[?(@.field == 'title')].code").value("BLANK"))
                .andExpect(jsonPath("$.errors[?(@.field == 'kind')].message")
                        .value("取值不在范围内；可用取值：PETITION, SUGGESTION, ACCUSATION, DISPUTE, VILLAGE_ISSUE。"));
    }

    @Test
    void what_a_form_names_must_exist_and_every_fault_is_told() throws Exception {
        ask(
                        OFFICER,
                        "/api/cases",
                        report(UUID.randomUUID()).replace("430525", "999999").replace("\"01\"", "\"77\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field == 'place')].code").value("UNKNOWN_PLACE"))
                .andExpect(jsonPath("$.errors[?(@.field == 'category')].code").value("UNKNOWN_CATEGORY"));
    }

    @Test
    void broken_json_is_told_as_such() throws Exception {
        ask(OFFICER, "/api/cases", "{\"kind\": ")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("NOT_JSON"));
    }

    @Test
    void a_report_under_an_id_that_is_taken_is_refused_by_name_even_with_the_same_people() throws Exception {
        var report = """
                {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "01", "place": "430525",
                 "title": "%s", "petitioners": [{"name": "某某", "phone": "13712341234"}]}
                """;
        var id = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            ask(OFFICER, "/api/cases", report.formatted(id, "界址争议")).andExpect(status().isCreated());
        }
        ask(OFFICER, "/api/cases", report.formatted(id, "另一件事"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SAME_ID_OTHER_CONTENT"));
    }

    @Test
    void a_repeat_is_answered_as_the_first_and_other_content_is_refused() throws Exception {
        var id = reported();
        var note = "{\"text\": \"电话联系信访人\"}";
        for (var i = 0; i < 2; i++) {
            mvc.perform(by(OFFICER, path(id, "notes"), note).header("Idempotency-Key", "k-" + id))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(2));
        }
        mvc.perform(by(OFFICER, path(id, "notes"), "{\"text\": \"other\"}").header("Idempotency-Key", "k-" + id))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SAME_ID_OTHER_CONTENT"));
        mvc.perform(by(OFFICER, path(id, "notes"), note).header("Idempotency-Key", "no blanks"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("NOT_A_KEY"));
    }

    @Test
    void a_visit_made_on_a_phone_is_recorded_once_however_often_it_is_sent() throws Exception {
        var id = reported();
        var visit = """
                {"visitId": "%s", "type": "DOWN_VISIT", "officers": ["handler"], "place": "430525",
                 "startedAt": "%s", "findings": "已见面", "outcome": "ESCALATED",
                 "position": {"lat": 26.58012, "lon": 110.15533}}
                """.formatted(
                        UUID.randomUUID(), side.bean(Clock.class).instant().minusSeconds(3600));
        ask(OFFICER, path(id, "visits"), visit)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        ask(OFFICER, path(id, "visits"), visit)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        ask(OFFICER, path(id, "visits"), visit.replace("已见面", "未见面"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("SAME_ID_OTHER_CONTENT"));
    }

    @Test
    void who_saw_an_older_version_is_told() throws Exception {
        var id = reported();
        mvc.perform(by(OFFICER, path(id, "notes"), "{\"text\": \"x\"}").header("If-Match", "\"1\""))
                .andExpect(status().isOk());
        mvc.perform(by(OFFICER, path(id, "notes"), "{\"text\": \"y\"}").header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("STALE_VERSION"));
        mvc.perform(by(OFFICER, path(id, "notes"), "{\"text\": \"y\"}").header("If-Match", "1"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_refusal_speaks_chinese_unless_asked_for_english() throws Exception {
        var id = reported();
        ask(OFFICER, path(id, "reopening"), "{\"reason\": \"x\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOTHING_TO_REOPEN"))
                .andExpect(jsonPath("$.title").value("案件尚未办结，或已重开，无需重开。"));
        mvc.perform(by(OFFICER, path(id, "reopening"), "{\"reason\": \"x\"}").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.title")
                        .value("The case is not resolved, or was reopened already; there is nothing to reopen."));
    }

    @Test
    void unknown_cases_strangers_and_wrong_roles_are_told_apart() throws Exception {
        ask(OFFICER, path(UUID.randomUUID(), "notes"), "{\"text\": \"x\"}").andExpect(status().isNotFound());
        mvc.perform(post("/api/cases")
                        .with(csrf())
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isUnauthorized());
        ask(HANDLER, path(reported(), "voiding"), "{\"reason\": \"x\"}").andExpect(status().isNotFound());
        var ours = reported();
        ask(OFFICER, path(ours, "assignments"), "{\"unit\": \"u-unit\", \"officer\": \"handler\"}")
                .andExpect(status().isOk());
        ask(HANDLER, path(ours, "voiding"), "{\"reason\": \"x\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ROLE_MAY_NOT"));
        ask(OFFICER, "/api/cases/not-an-id/notes", "{\"text\": \"x\"}").andExpect(status().isBadRequest());
    }

    @Test
    void what_needs_no_words_needs_no_body() throws Exception {
        var id = reported();
        ask(OFFICER, path(id, "assignments"), "{\"unit\": \"u-unit\", \"officer\": \"handler\"}")
                .andExpect(status().isOk());
        mvc.perform(post(path(id, "signature"))
                        .with(authentication(of(HANDLER)))
                        .with(csrf()))
                .andExpect(status().isOk());
        ask(HANDLER, path(id, "acceptance"), "{}").andExpect(status().isOk());
        ask(HANDLER, path(id, "resolution"), """
                        {"outcome": "SUPPORTED", "result": "SETTLED", "summary": "已确权",
                         "evidence": [{"type": "TEXT", "text": "确权决定书"}], "stance": "ACCEPTS"}
                        """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(5));
        mvc.perform(post(path(id, "closeout")).with(authentication(of(HANDLER))).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CLOSER_HANDLED_THE_CASE"));
    }

    @Test
    void an_attachment_is_sealed_on_disk_and_read_back() throws Exception {
        var id = reported();
        var words = "调解协议书".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 2; i++) {
            mvc.perform(multipart(path(id, "attachments"))
                            .file(new MockMultipartFile("file", "C:\\scans\\协议.txt", "image/png", words))
                            .header("Idempotency-Key", "file-" + id)
                            .with(authentication(of(OFFICER)))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(2));
        }
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        assertThat(side.bean(SealedFiles.class).read(id.toString(), sha256)).contains(words);
        assertThat(new String(
                        Files.readAllBytes(files.resolve(id.toString()).resolve(sha256)), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(words, StandardCharsets.ISO_8859_1));
        mvc.perform(multipart(path(id, "attachments"))
                        .file(new MockMultipartFile("file", "a.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1}))
                        .with(authentication(of(OFFICER)))
                        .with(csrf()))
                .andExpect(status().isUnsupportedMediaType());
    }

    private static UUID reported() throws Exception {
        var id = UUID.randomUUID();
        ask(OFFICER, "/api/cases", report(id)).andExpect(status().isCreated());
        return id;
    }

    private static String report(UUID id) {
        return """
                {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "01", "place": "430525",
                 "title": "宅基地边界纠纷", "petitioners": [{"name": "张三", "phone": "137 0000 1234"}]}
                """.formatted(id);
    }

    private static String path(UUID id, String verb) {
        return "/api/cases/" + id + "/" + verb;
    }

    private static ResultActions ask(Actor actor, String path, String json) throws Exception {
        return mvc.perform(by(actor, path, json));
    }

    private static MockHttpServletRequestBuilder by(Actor actor, String path, String json) {
        return post(path)
                .contentType("application/json")
                .content(json)
                .with(authentication(of(actor)))
                .with(csrf());
    }

    private static UsernamePasswordAuthenticationToken of(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(new Somebody(actor), null, List.of());
    }
}
