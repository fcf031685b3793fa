package io.doorstep.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.command.web.AskResolver;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.web.Problems;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportEndpointTest {

    private static final String MAPPING = """
            {"source": "信箱", "zone": "Asia/Shanghai", "dateFormats": ["yyyy/M/d"],
             "columns": {"id": "编号", "reportedAt": "时间", "title": "主题"},
             "constants": {"kind": "PETITION", "channel": "ONLINE", "category": "01", "place": "430525"}}
            """;
    private static final MockMultipartFile LEDGER =
            new MockMultipartFile("file", "编号,时间,主题\n1,2019/1/2,修路\n".getBytes(StandardCharsets.UTF_8));

    private final ImportOffice office = new ImportOffice(Databases.h2Url());
    private MockMvc web = MockMvcBuilders.standaloneSetup().build();

    @BeforeAll
    void an_office() {
        office.furnished();
        web = MockMvcBuilders.standaloneSetup(office.bean(ImportEndpoint.class))
                .setControllerAdvice(new Problems(new StaticMessageSource()))
                .setCustomArgumentResolvers(new AskResolver())
                .build();
    }

    @BeforeEach
    void an_officer() {
        signIn(Role.PETITION_OFFICER);
    }

    @AfterEach
    void nobody_stays_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    void the_office_closes() {
        office.close();
    }

    @Test
    void A_ledger_is_taken_with_its_mapping_as_a_part_or_as_a_field() throws Exception {
        var part = new MockMultipartFile("mapping", MAPPING.getBytes(StandardCharsets.UTF_8));
        web.perform(multipart("/api/imports").file(LEDGER).file(part).header("Idempotency-Key", "k-1"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", startsWith("/api/imports/")))
                .andExpect(jsonPath("$.state").value("QUEUED"));
        web.perform(multipart("/api/imports")
                        .file(LEDGER)
                        .param("mapping", MAPPING)
                        .header("Idempotency-Key", "k-1"))
                .andExpect(status().isAccepted());
        assertThat(office.count("select count(*) from ledger_import where source = '信箱'"))
                .isEqualTo(1);
        web.perform(multipart("/api/imports")
                        .file(LEDGER)
                        .param("mapping", MAPPING.replace("信箱", "另一个"))
                        .header("Idempotency-Key", "k-1"))
                .andExpect(status().isConflict());
    }

    @Test
    void Every_mistake_of_a_mapping_is_named_before_anything_comes_in() throws Exception {
        refused("""
                {"source": "x", "zone": "Mars", "dateFormats": ["yyyy/Q#b"], "charset": "GBX",
                 "columns": {"reportedAt": "时间", "tittle": "主题", "due": "期限"},
                 "constants": {"kind": "COMPLAINT", "channel": "ONLINE", "category": "99", "place": "430525"},
                 "codes": {"channel": {"a": "b"}}}
                """)
                .andExpect(jsonPath("$.errors[*].field")
                        .value(containsInAnyOrder(
                                "zone",
                                "charset",
                                "dateFormats[0]",
                                "columns.tittle",
                                "columns.title",
                                "columns.unit",
                                "constants.kind",
                                "constants.category",
                                "codes.channel")));
        refused(MAPPING.replace("主题", "标题"))
                .andExpect(jsonPath("$.errors[0].field").value("columns.title"))
                .andExpect(jsonPath("$.errors[0].code").value("UNKNOWN_HEADING"));
        refused("nonsense").andExpect(jsonPath("$.errors[0].field").value("mapping"));
        web.perform(multipart("/api/imports"))
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("file", "mapping")));
    }

    private ResultActions refused(String mapping) throws Exception {
        return web.perform(multipart("/api/imports").file(LEDGER).param("mapping", mapping))
                .andExpect(status().isBadRequest());
    }

    @Test
    void A_dry_run_is_asked_for_by_a_field_and_started_without_another_upload() throws Exception {
        var id = UUID.nameUUIDFromBytes("officer\nk-dry".getBytes(StandardCharsets.UTF_8))
                .toString();
        web.perform(multipart("/api/imports")
                        .file(LEDGER)
                        .param("mapping", MAPPING)
                        .param("dryRun", "true")
                        .header("Idempotency-Key", "k-dry"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.importId").value(id))
                .andExpect(jsonPath("$.dryRun").value(true));
        // the same key cannot mean the import itself
        web.perform(multipart("/api/imports")
                        .file(LEDGER)
                        .param("mapping", MAPPING)
                        .header("Idempotency-Key", "k-dry"))
                .andExpect(status().isConflict());
        office.ended(id);
        var started = web.perform(post("/api/imports/" + id + "/start"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.dryRun").value(false))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        web.perform(post("/api/imports/" + id + "/start"))
                .andExpect(header().string("Location", String.valueOf(started)));
        web.perform(post("/api/imports/other/start")).andExpect(status().isNotFound());
        web.perform(multipart("/api/imports")
                        .file(LEDGER)
                        .param("mapping", MAPPING)
                        .param("dryRun", "perhaps"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("dryRun"));
        signIn(Role.SUPERVISOR);
        web.perform(post("/api/imports/" + id + "/start")).andExpect(status().isForbidden());
    }

    @Test
    void Not_everybody_may() throws Exception {
        signIn(Role.HANDLER);
        web.perform(multipart("/api/imports").file(LEDGER).param("mapping", MAPPING))
                .andExpect(status().isForbidden());
    }

    private static void signIn(Role role) {
        SignedIn somebody = () -> Actor.of("officer", null, role);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(somebody, null));
    }
}
