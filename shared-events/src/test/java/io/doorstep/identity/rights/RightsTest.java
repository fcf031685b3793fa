package io.doorstep.identity.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** 账号与权限。 */
class RightsTest {
    private static final String WHY = "\"reason\": \"调岗\"";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_administrator_opens_an_account_and_its_owner_sets_the_password_with_a_code(DataSource database) {
        try (var node = joint(database)) {
            var admin = signedIn(node, "admin");
            var opened = admin.command(
                    "/api/accounts",
                    "{\"id\": \"wang.officer\", \"name\": \"王某\", \"roles\": [\"HANDLER\"], " + WHY + "}");
            assertThat(opened.getStatus()).as(body(opened)).isEqualTo(201);
            assertThat(opened.getHeader("Cache-Control")).contains("no-store");
            var code = body(opened).replaceAll(".*\"code\":\"([A-Z0-9-]+)\".*", "$1");
            assertThat(code).as("125 bits").matches("([2-9A-Z]{5}-){4}[2-9A-Z]{5}");

            var owner = node.browser();
            owner.ask("/login");
            assertThat(body(owner.command(
                            "/api/password-code", withCode("wang.officer", "WRONG-CODE", "木瓜坳 nine lanterns 82"))))
                    .contains("PASSWORD_CODE_WRONG");
            assertThat(body(owner.command("/api/password-code", withCode("wang.officer", code, "short"))))
                    .contains("TOO_SHORT");
            assertThat(owner.command("/api/password-code", withCode("wang.officer", code, "木瓜坳 nine lanterns 82"))
                            .getStatus())
                    .isEqualTo(204);
            assertThat(body(owner.command(
                            "/api/password-code", withCode("wang.officer", code, "木瓜坳 nine lanterns 83"))))
                    .as("a second time")
                    .contains("PASSWORD_CODE_WRONG");
            owner.signIn("wang.officer", "木瓜坳 nine lanterns 82");
            assertThat(owner.isSignedIn()).isTrue();
        }
    }

    @Test
    void a_password_that_an_administrator_chose_is_changed_at_the_first_sign_in() {
        try (var node = joint(Databases.h2())) {
            signedIn(node, "admin")
                    .command(
                            "/api/accounts",
                            "{\"id\": \"wang.officer\", \"name\": \"王某\", \"roles\": [\"HANDLER\"], \"password\": \"木瓜坳 nine lanterns 82\"}");
            var owner = node.browser();
            owner.signIn("wang.officer", "木瓜坳 nine lanterns 82");
            assertThat(body(owner.ask("/api/test/me"))).contains("PASSWORD_DUE");
            owner.command(
                    "/api/me/password",
                    "{\"present\": \"木瓜坳 nine lanterns 82\", \"password\": \"石门桥 seven kettles 41\"}");
            assertThat(owner.isSignedIn()).isTrue();
        }
    }

    @Test
    void a_code_ends_after_three_days_and_a_reset_puts_its_owner_out() {
        try (var node = joint(Databases.h2())) {
            node.employ("wang.officer", Role.HANDLER);
            var owner = signedIn(node, "wang.officer");
            var reset = signedIn(node, "admin").command("/api/accounts/wang.officer/password-reset", "{" + WHY + "}");
            var code = body(reset).replaceAll(".*\"code\":\"([A-Z0-9-]+)\".*", "$1");
            assertThat(owner.isSignedIn()).isFalse();
            owner.signIn("wang.officer", Node.PASSWORD);
            assertThat(owner.isSignedIn()).as("the former password").isFalse();
            clock.forward(Duration.ofDays(3).plusMinutes(1));
            assertThat(body(owner.command(
                            "/api/password-code", withCode("wang.officer", code, "木瓜坳 nine lanterns 82"))))
                    .contains("PASSWORD_CODE_WRONG");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_change_of_rights_is_kept_with_before_and_after(DataSource database) {
        try (var node = joint(database)) {
            node.employ("wang.officer", Role.HANDLER);
            var admin = signedIn(node, "admin");
            assertThat(admin.command(
                                    "/api/accounts/wang.officer/rights",
                                    "{\"roles\": [\"UNIT_HEAD\"], \"validTo\": \"2027-01-01\", " + WHY + "}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(admin.command("/api/accounts/wang.officer/disabling", "{" + WHY + "}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(body(admin.command("/api/accounts/wang.officer/rights", "{\"roles\": [\"HANDLER\"]}")))
                    .as("without a reason")
                    .contains("\"field\":\"reason\"");
            var journal = node.bean(AccountJournal.class).of("wang.officer");
            assertThat(journal)
                    .extracting(AccountJournal.Entry::change)
                    .containsExactly(RightsChange.DISABLED, RightsChange.GRANTED);
            var granted = journal.get(1);
            assertThat(granted.actor()).isEqualTo("admin");
            assertThat(granted.reason()).isEqualTo("调岗");
            assertThat(granted.before()).isEqualTo(new Rights(List.of(Role.HANDLER), null, null, null, null, true));
            assertThat(granted.after())
                    .isEqualTo(
                            new Rights(List.of(Role.UNIT_HEAD), null, null, null, LocalDate.parse("2027-01-01"), true));
        }
    }

    @Test
    void nobody_else_changes_accounts() {
        try (var node = joint(Databases.h2())) {
            node.employ("wang.officer", Role.HANDLER);
            node.employ("auditor", Role.AUDITOR, Role.SUPERVISOR, Role.PRIVACY_OFFICER);
            var auditor = signedIn(node, "auditor");
            for (var path : new String[] {"rights", "disabling", "enabling", "password-reset", "sessions/ending"}) {
                var answer = auditor.command("/api/accounts/wang.officer/" + path, "{" + WHY + "}");
                assertThat(answer.getStatus()).as(path).isEqualTo(403);
                assertThat(body(auditor.command("/api/accounts/nobody/" + path, "{" + WHY + "}")))
                        .as("whether there is such an account")
                        .isEqualTo(body(answer).replace("wang.officer", "nobody"));
            }
            assertThat(auditor.command("/api/accounts", "{\"id\": \"li\", \"name\": \"李某\", \"roles\": [\"HANDLER\"]}")
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_last_administrator_stays(DataSource database) {
        try (var node = joint(database)) {
            var admin = signedIn(node, "admin");
            assertThat(body(admin.command("/api/accounts/admin/disabling", "{" + WHY + "}")))
                    .contains("LAST_ADMINISTRATOR");
            assertThat(body(admin.command("/api/accounts/admin/rights", "{\"roles\": [\"HANDLER\"], " + WHY + "}")))
                    .contains("LAST_ADMINISTRATOR");
            assertThat(body(admin.command(
                            "/api/accounts/admin/rights",
                            "{\"roles\": [\"ADMINISTRATOR\"], \"validTo\": \"2030-01-01\", " + WHY + "}")))
                    .contains("LAST_ADMINISTRATOR");
            assertThat(admin.isSignedIn()).isTrue();
            node.employ("second", Role.ADMINISTRATOR);
            assertThat(admin.command("/api/accounts/admin/disabling", "{" + WHY + "}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(admin.isSignedIn()).isFalse();
        }
    }

    @Test
    void a_place_is_one_of_the_reference_data() throws Exception {
        try (var node = joint(Databases.h2())) {
            node.employ("wang.officer", Role.HANDLER);
            node.bean(ReferenceLoading.class)
                    .load(
                            ReferenceKind.PLACE,
                            new ByteArrayInputStream("code,name\n430525,洞口县\n".getBytes(StandardCharsets.UTF_8)),
                            null);
            var admin = signedIn(node, "admin");
            var path = "/api/accounts/wang.officer/rights";
            assertThat(body(admin.command(path, "{\"roles\": [\"HANDLER\"], \"place\": \"430599\", " + WHY + "}")))
                    .contains("UNKNOWN_PLACE");
            assertThat(body(admin.command(
                            path,
                            "{\"roles\": [\"HANDLER\"], \"validFrom\": \"2026-03-02\", \"validTo\": \"2026-03-02\", "
                                    + WHY + "}")))
                    .contains("NOT_AFTER_THE_START");
            assertThat(admin.command(path, "{\"roles\": [\"HANDLER\"], \"place\": \"430525\", " + WHY + "}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(node.bean(Accounts.class)
                            .find("wang.officer")
                            .orElseThrow()
                            .place())
                    .isEqualTo("430525");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void separated_administration_has_one_open_and_another_grant(DataSource database) {
        try (var node = new Node(database, clock, Map.of("doorstep.administration", "separated"))) {
            node.employ("admin", Role.ADMINISTRATOR);
            var admin = signedIn(node, "admin");
            assertThat(body(admin.command(
                            "/api/accounts", "{\"id\": \"wang.officer\", \"name\": \"王某\", \"roles\": [\"HANDLER\"]}")))
                    .contains("GRANTED_APART");
            var first = admin.command(
                    "/api/accounts",
                    "{\"id\": \"security\", \"name\": \"李某\", \"roles\": [\"SECURITY_ADMINISTRATOR\"], \"password\": \""
                            + Node.PASSWORD + "\"}");
            assertThat(first.getStatus())
                    .as("the first one who can grant rights")
                    .isEqualTo(201);
            JdbcClient.create(database)
                    .sql("update account set password_temporary = false")
                    .update();
            assertThat(body(admin.command(
                            "/api/accounts",
                            "{\"id\": \"security2\", \"name\": \"李某\", \"roles\": [\"SECURITY_ADMINISTRATOR\"]}")))
                    .contains("GRANTED_APART");
            assertThat(admin.command("/api/accounts", "{\"id\": \"wang.officer\", \"name\": \"王某\"}")
                            .getStatus())
                    .isEqualTo(201);
            assertThat(admin.command("/api/accounts/wang.officer/rights", "{\"roles\": [\"HANDLER\"], " + WHY + "}")
                            .getStatus())
                    .isEqualTo(403);

            var security = signedIn(node, "security");
            assertThat(security.command("/api/accounts/wang.officer/rights", "{\"roles\": [\"HANDLER\"], " + WHY + "}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(body(security.command(
                            "/api/accounts/wang.officer/rights",
                            "{\"roles\": [\"AUDITOR\", \"SECURITY_ADMINISTRATOR\"], " + WHY + "}")))
                    .contains("TWO_OF_THREE");
            assertThat(body(security.command(
                            "/api/accounts/security/rights",
                            "{\"roles\": [\"SECURITY_ADMINISTRATOR\", \"HANDLER\"], " + WHY + "}")))
                    .contains("NOT_ONES_OWN_RIGHTS");
            assertThat(body(security.command("/api/accounts/security/disabling", "{" + WHY + "}")))
                    .contains("LAST_ADMINISTRATOR");
            assertThat(security.command("/api/accounts", "{\"id\": \"li\", \"name\": \"李某\"}")
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    private Node joint(DataSource database) {
        var node = new Node(database, clock, Map.of());
        node.employ(Account.of("admin", "某管理员", null, Role.ADMINISTRATOR));
        return node;
    }

    private static Node.Browser signedIn(Node node, String id) {
        var browser = node.browser();
        browser.signIn(id, Node.PASSWORD);
        assertThat(browser.isSignedIn()).isTrue();
        return browser;
    }

    private static String withCode(String id, String code, String password) {
        return "{\"id\": \"" + id + "\", \"code\": \"" + code + "\", \"password\": \"" + password + "\"}";
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
