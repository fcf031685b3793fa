package io.doorstep.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.command.web.AskResolver;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.Fault;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.store.Migration;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.web.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReferenceEndpointTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ResourceBundleMessageSource messages = messages();
    private ReferenceData data = new ReferenceData(Databases.h2());
    private MockMvc web = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void an_empty_office_and_its_administrator() {
        var database = Databases.h2();
        Migration.ofFacts(database);
        data = new ReferenceData(database);
        var loading = new ReferenceLoading(
                database,
                new JdbcTransactionManager(database),
                data,
                Clock.fixed(TODAY.atStartOfDay(ZONE).toInstant(), ZONE));
        var problems = new Problems(messages);
        web = MockMvcBuilders.standaloneSetup(new ReferenceEndpoint(loading, problems, messages))
                .setControllerAdvice(problems)
                .setCustomArgumentResolvers(new AskResolver())
                .build();
        signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody_stays_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void An_administrator_loads_the_tables_one_after_another() throws Exception {
        load("places", "code,name\n990101,甲县\n990101100,甲镇\n")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"read\":2,\"added\":2,\"changed\":0,\"unchanged\":0}"));
        load("units", "code,name,place\nu-land,甲局,990101\n").andExpect(status().isOk());
        load("categories", "code,name,level,parent\n01,农村农业,1,\n").andExpect(status().isOk());
        load("officers", "code,name,unit,head\nd-land,负责人甲,u-land,true\n").andExpect(status().isOk());
        assertThat(data.heads("u-land", "d-land", TODAY)).isTrue();
    }

    @Test
    void The_first_day_may_be_given_with_the_table() throws Exception {
        load("places", "code,name\n990101,甲县\n");
        web.perform(multipart("/api/places")
                        .file(file("code,name\n990101,甲市\n"))
                        .param("validFrom", "2027-01-01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changed").value(1));
        assertThat(data.place("990101", TODAY).orElseThrow().name()).isEqualTo("甲县");
        assertThat(data.place("990101", LocalDate.of(2027, 1, 1)).orElseThrow().name())
                .isEqualTo("甲市");
    }

    @Test
    void Bad_rows_are_named_by_line_and_field_in_the_readers_language_and_change_nothing() throws Exception {
        load("places", "code,name\n990101,甲县\n9901,乙县\n")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("MALFORMED"))
                .andExpect(jsonPath("$.errors[*].line").value(contains(3)))
                .andExpect(jsonPath("$.errors[*].field").value(contains("code")))
                .andExpect(jsonPath("$.errors[*].code").value(contains("NOT_A_PLACE_CODE")))
                .andExpect(jsonPath("$.errors[0].message")
                        .value(messages.getMessage("row.NOT_A_PLACE_CODE", null, Locale.ENGLISH)));
        assertThat(data.isEmpty()).isTrue();
    }

    @Test
    void Nobody_but_an_administrator_may() throws Exception {
        signIn(Role.PETITION_OFFICER, Role.DISPATCHER);
        load("places", "code,name\n990101,甲县\n")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ROLE_MAY_NOT"));
        assertThat(data.isEmpty()).isTrue();
    }

    @Test
    void What_is_missing_or_unreadable_is_named() throws Exception {
        web.perform(multipart("/api/units"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        web.perform(multipart("/api/units").file(file("code\n")).param("validFrom", "tomorrow"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("NOT_A_DATE"));
        web.perform(multipart("/api/units")
                        .file(new MockMultipartFile("file", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("UNREADABLE_FILE"));
    }

    @Test
    void Every_fault_can_be_said_in_both_languages() {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(Arrays.stream(Fault.values()).map(fault -> messages.getMessage("row." + fault, null, locale)))
                    .doesNotContainNull();
        }
        assertThat(messages.getMessage("row.REQUIRED", null, Locale.CHINESE)).isEqualTo("必填");
    }

    private ResultActions load(String table, String csv) throws Exception {
        return web.perform(multipart("/api/" + table).file(file(csv)).locale(Locale.ENGLISH));
    }

    private static MockMultipartFile file(String csv) {
        return new MockMultipartFile("file", "table.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void signIn(Role... roles) {
        var actor = Actor.of("somebody", null, roles);
        SignedIn principal = () -> actor;
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, null));
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("reference");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
