package io.doorstep.query.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.query.export.Exports;
import io.doorstep.store.Migration;
import io.doorstep.terms.Role;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.Vault;
import io.doorstep.web.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LedgerImportsPageTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @AfterEach
    void nobody_stays_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void An_import_says_how_far_it_is_and_what_was_wrong(DataSource database) throws Exception {
        var web = page(database);
        signIn(Role.PETITION_OFFICER);

        web.perform(get("/api/imports"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].importId").value(contains("i-1")));
        web.perform(get("/api/imports/i-1?size=2").locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RUNNING"))
                .andExpect(jsonPath("$.rowsRead").value(300))
                .andExpect(jsonPath("$.rowsPerSecond").value(600.0))
                .andExpect(jsonPath("$.problemsTotal").value(3))
                .andExpect(jsonPath("$.problems[*].line").value(contains(7, 7)))
                .andExpect(jsonPath("$.dryRun").value(false))
                .andExpect(jsonPath("$.problems[0].fieldName").value("Title"))
                .andExpect(jsonPath("$.problems[0].message").value("At most 120 characters."))
                .andExpect(jsonPath("$.problems[1].severity").value("WARNING"))
                .andExpect(jsonPath("$.next").value("7.1"));
        web.perform(get("/api/imports/i-1?size=2&after=7.1"))
                .andExpect(jsonPath("$.problems[*].line").value(contains(9)))
                .andExpect(jsonPath("$.next").doesNotExist());
        web.perform(get("/api/imports/i-1/problems.csv").locale(Locale.CHINESE))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("problems-2026-03-02.csv")))
                .andExpect(content().string(startsWith("\uFEFF行,字段,程度,代码,说明\r\n7,title,ERROR,TOO_LONG,")))
                .andExpect(content().string(containsString("9,'=row,ERROR,UNFORESEEN,")));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void What_is_not_there_or_not_for_everybody_is_refused(DataSource database) throws Exception {
        var web = page(database);
        signIn(Role.DISPATCHER);
        web.perform(get("/api/imports/another")).andExpect(status().isNotFound());
        web.perform(get("/api/imports/i-1?after=x")).andExpect(status().isBadRequest());
        web.perform(get("/api/imports?size=201")).andExpect(status().isBadRequest());
        web.perform(get("/api/imports/i-1/mapping"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.source").value("登记簿"));
        web.perform(get("/api/imports/another/mapping")).andExpect(status().isNotFound());
        signIn(Role.SUPERVISOR);
        web.perform(get("/api/imports/i-1/mapping")).andExpect(status().isForbidden());
        signIn(Role.HANDLER);
        web.perform(get("/api/imports/i-1")).andExpect(status().isForbidden());
    }

    private static MockMvc page(DataSource database) {
        Migration.ofFacts(database);
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into ledger_import
                            (import_id, source, content_hash, state, rows_read, done, skipped, failed, warned, next_line,
                             busy_millis, requested_by, requested_roles, requested_at)
                        values ('i-1', '登记簿', 'h', 'RUNNING', 300, 290, 8, 2, 1, 302, 500, 'officer', '',
                             timestamp with time zone '2026-03-02 09:00:00+08:00')
                        """).update();
        jdbc.sql("""
                        insert into ledger_import_problem (import_id, line, ordinal, field, code, arguments, severity)
                        values ('i-1', 7, 0, 'title', 'TOO_LONG', '[120]', 'ERROR'),
                               ('i-1', 7, 1, 'resolvedAt', 'RESOLVED_BEFORE_REPORTED', '[]', 'WARNING'),
                               ('i-1', 9, 0, '=row', 'UNFORESEEN', '[]', 'ERROR')
                        """).update();
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("shared", "query");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return MockMvcBuilders.standaloneSetup(new LedgerImportsPage(
                        new LedgerImports(jdbc), mappings(jdbc), new Exports(ZONE), messages, ZONE))
                .setControllerAdvice(new Problems(messages))
                .build();
    }

    private static KeptMappings mappings(JdbcClient jdbc) {
        var vault =
                new Vault(jdbc, MasterKey.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), Clock.systemUTC());
        vault.unlock();
        var mappings = new KeptMappings(jdbc, vault);
        var headings = new LedgerRow(1, List.of(new LedgerCell.Text("编号")));
        mappings.keep("i-1", headings, "{\"source\": \"登记簿\"}");
        return mappings;
    }

    private static void signIn(Role role) {
        SignedIn somebody = () -> Actor.of("officer", null, role);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(somebody, null));
    }
}
