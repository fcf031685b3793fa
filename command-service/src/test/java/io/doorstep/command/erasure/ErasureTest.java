package io.doorstep.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.reference.Category;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.terms.Role;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.views.SavedView;
import io.doorstep.views.SavedViews;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** 删除个人信息，经由 HTTP。 */
class ErasureTest {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final Actor OFFICER = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private static final Actor HANDLER = Actor.of("handler", "u-unit", Role.HANDLER);
    private static final Actor PRIVACY = Actor.of("privacy", "u-bureau", Role.PRIVACY_OFFICER);
    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);
    private static final Actor OTHER_SUPERVISOR = Actor.of("supervisor2", "u-bureau", Role.SUPERVISOR);
    private static final String ID_NUMBER = "430525199001010039";

    @TempDir
    Path folder;

    record Somebody(Actor actor) implements SignedIn {}

    /** One writing side with its HTTP face. */
    private static final class Office implements AutoCloseable {

        final CommandSide side;
        final MockMvc mvc;

        Office(String database, Path folder) {
            side = CommandSide.withWeb(
                    database,
                    "doorstep.attachments.folder=" + folder.resolve("attachments"),
                    "doorstep.vault.erased-file=" + folder.resolve("erased.log"));
            mvc = MockMvcBuilders.webAppContextSetup(side.web())
                    .apply(springSecurity())
                    .build();
            var jdbc = new JdbcTemplate(side.bean(DataSource.class));
            ReferenceTable.PLACES.put(
                    jdbc,
                    List.of(new Place("430525", "县", PlaceLevel.COUNTY, null, "/430525/", EVER, null, null, null)));
            ReferenceTable.CATEGORIES.put(jdbc, List.of(new Category("01", "农村农业", 1, null, "/01/", EVER, null)));
            side.bean(ReferenceData.class).refresh();
        }

        MockHttpServletResponse ask(Actor actor, String path, String json) throws Exception {
            return mvc.perform(post(path)
                            .contentType("application/json")
                            .content(json)
                            .with(csrf())
                            .with(authentication(
                                    new UsernamePasswordAuthenticationToken(new Somebody(actor), "", List.of()))))
                    .andReturn()
                    .getResponse();
        }

        String report(UUID id, String people) throws Exception {
            var answer = ask(OFFICER, "/api/cases", """
                    {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "01", "place": "430525",
                     "title": "宅基地边界纠纷", "statement": "邻居赵大占了我的地", "petitioners": [%s]}
                    """.formatted(id, people));
            assertThat(answer.getStatus()).as(body(answer)).isEqualTo(201);
            return body(answer);
        }

        void attach(UUID id) throws Exception {
            var file = new MockMultipartFile("file", "现场.txt", "text/plain", "地契".getBytes(StandardCharsets.UTF_8));
            assertThat(mvc.perform(multipart("/api/cases/" + id + "/attachments")
                                    .file(file)
                                    .with(csrf())
                                    .with(authentication(new UsernamePasswordAuthenticationToken(
                                            new Somebody(OFFICER), "", List.of()))))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }

        void withdraw(UUID id) throws Exception {
            var answer = ask(OFFICER, "/api/cases/" + id + "/withdrawal", "{}");
            assertThat(answer.getStatus()).as(body(answer)).isEqualTo(200);
        }

        Petitioner petitioner(UUID id, int n) {
            return side.bean(OtherCases.class)
                    .find(id.toString())
                    .orElseThrow()
                    .petitioners()
                    .get(n);
        }

        boolean named(UUID id, int n) {
            return side.bean(Vault.class).open(petitioner(id, n).name()).isPresent();
        }

        long count(String sql) {
            return side.jdbc().sql(sql).query(Long.class).single();
        }

        @Override
        public void close() {
            side.close();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void two_people_erase_a_person_everywhere_and_nobody_else(String database) throws Exception {
        try (var office = new Office(database, folder)) {
            var alone = UUID.randomUUID();
            var joint = UUID.randomUUID();
            var open = UUID.randomUUID();
            var neighbour = UUID.randomUUID();
            var zhao = "{\"name\": \"赵大\", \"phone\": \"137 0000 1234\", \"idNumber\": \"" + ID_NUMBER + "\"}";
            var first = office.report(alone, zhao);
            office.report(joint, zhao + ", {\"name\": \"钱二\", \"phone\": \"13700001234\"}");
            office.report(open, zhao);
            // a telephone alone does not make a person: this is his neighbour
            office.report(neighbour, "{\"name\": \"孙三\", \"phone\": \"13700001234\"}");
            office.attach(alone);
            office.attach(joint);
            var ask = "/api/cases/" + alone + "/erasures";
            var ground = "{\"ground\": \"PURPOSE_ACHIEVED\"}";
            assertThat(body(office.ask(OFFICER, ask, ground))).contains("CASE_STILL_OPEN");
            office.withdraw(alone);
            office.withdraw(joint);
            office.withdraw(neighbour);
            assertThat(body(office.ask(
                            OFFICER,
                            "/api/cases/" + joint + "/corrections",
                            "{\"changes\": {\"title\": \"钱二的宅基地\"}, \"reason\": \"写明\"}")))
                    .as("a title outlives every erasure, so it names nobody")
                    .contains("NAMES_A_PERSON");
            var facts = office.count("select count(*) from aggregate_event_entry");
            office.side
                    .bean(SavedViews.class)
                    .keep("officer", new SavedView("problems", "我的", "q=%E8%B5%B5%E5%A4%A7&kind=PETITION"));
            office.side.bean(SavedViews.class).keep("officer", new SavedView("problems", "他的", "q=%E5%AD%99"));

            assertThat(office.ask(HANDLER, ask, ground).getStatus()).isEqualTo(403);
            assertThat(body(office.ask(OFFICER, ask, "{\"petitioner\": 2, \"ground\": \"UNLAWFUL\"}")))
                    .contains("OUT_OF_RANGE");
            assertThat(body(office.ask(OFFICER, ask, "{\"ground\": \"BECAUSE\"}")))
                    .contains("UNKNOWN_CONSTANT");
            var asked = office.ask(OFFICER, ask, ground);
            assertThat(asked.getStatus()).as(body(asked)).isEqualTo(201);
            assertThat(body(asked)).contains("\"cases\":2").contains("\"missing\":2");
            assertThat(body(office.ask(PRIVACY, ask, ground))).contains("ERASURE_IS_ASKED_FOR");
            var approve = "/api/erasures/" + idIn(asked) + "/approvals";

            assertThat(office.ask(OFFICER, approve, "{}").getStatus()).isEqualTo(403);
            assertThat(body(office.ask(SUPERVISOR, approve, "{}"))).contains("\"missing\":1");
            assertThat(body(office.ask(SUPERVISOR, approve, "{}"))).contains("APPROVED_ALREADY");
            assertThat(body(office.ask(OTHER_SUPERVISOR, approve, "{}")))
                    .as("one of them must be a privacy officer")
                    .contains("OPEN");
            assertThat(office.named(alone, 0)).isTrue();

            assertThat(body(office.ask(PRIVACY, approve, "{}"))).contains("DONE");
            assertThat(body(office.ask(PRIVACY, approve, "{}"))).contains("ERASURE_IS_DECIDED");

            assertThat(office.named(alone, 0)).isFalse();
            assertThat(office.named(joint, 0)).isFalse();
            assertThat(office.named(joint, 1)).as("another petitioner").isTrue();
            assertThat(office.named(open, 0)).as("a case that is still handled").isTrue();
            assertThat(office.named(neighbour, 0)).isTrue();
            assertThat(office.count("select count(*) from vault.number_hash"))
                    .as("numbers of the open case, and of two others")
                    .isEqualTo(4);
            assertThat(filesOf(alone)).isZero();
            assertThat(filesOf(joint)).isEqualTo(1);
            assertThat(office.count("select count(*) from aggregate_event_entry"))
                    .isEqualTo(facts);
            assertThat(office.count("select count(*) from saved_view")).isEqualTo(1);
            assertThat(office.count("select count(*) from command_receipt where content_hash = 'erased'"))
                    .isPositive();
            assertThat(Files.readAllLines(folder.resolve("erased.log"))).hasSize(3);

            // what repeats itself is answered as before, and life goes on under a new key
            assertThat(office.report(alone, zhao)).isEqualTo(first);
            assertThat(office.named(alone, 0)).isFalse();
            assertThat(office.ask(OFFICER, "/api/cases/" + alone + "/notes", "{\"text\": \"已函告本人\"}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(office.side
                            .bean(Vault.class)
                            .open(office.side.bean(Vault.class).seal(alone.toString(), new Private("新"))))
                    .isPresent();
            assertThat(body(office.ask(PRIVACY, ask, ground))).contains("ERASED_ALREADY");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void a_request_may_be_refused_and_then_nothing_is_destroyed(String database) throws Exception {
        try (var office = new Office(database, folder)) {
            var id = UUID.randomUUID();
            office.report(id, "{\"name\": \"赵大\"}");
            var asked = office.ask(PRIVACY, "/api/cases/" + id + "/erasures", "{\"ground\": \"UNLAWFUL\"}");
            var request = "/api/erasures/" + idIn(asked);

            assertThat(body(office.ask(PRIVACY, request + "/approvals", "{}"))).contains("APPROVER_ASKED_FOR_IT");
            assertThat(body(office.ask(PRIVACY, request + "/refusal", "{\"reason\": \"STILL_NEEDED\"}")))
                    .contains("APPROVER_ASKED_FOR_IT");
            assertThat(body(office.ask(SUPERVISOR, request + "/refusal", "{\"reason\": \"STILL_NEEDED\"}")))
                    .contains("REFUSED");
            assertThat(body(office.ask(SUPERVISOR, request + "/approvals", "{}")))
                    .contains("ERASURE_IS_DECIDED");
            assertThat(office.named(id, 0)).isTrue();
            assertThat(office.ask(SUPERVISOR, "/api/erasures/" + UUID.randomUUID() + "/approvals", "{}")
                            .getStatus())
                    .isEqualTo(404);
            assertThat(office.ask(OFFICER, "/api/cases/" + UUID.randomUUID() + "/erasures", "{\"ground\":\"UNLAWFUL\"}")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    private long filesOf(UUID caseId) throws Exception {
        try (var files = Files.list(folder.resolve("attachments").resolve(caseId.toString()))) {
            return files.count();
        }
    }

    private static String idIn(MockHttpServletResponse answer) throws Exception {
        return body(answer).replaceAll(".*\"erasureId\":\"([^\"]+)\".*", "$1");
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
