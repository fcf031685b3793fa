package io.doorstep.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.doorstep.identity.device.Devices;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Reading;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** 账号的网页。 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesTest {
    private static final List<String> MENU =
            List.of("/accounts", "/accounts/wang.officer", "/accounts/new", "/security-log");

    private final Node node = node(Map.of());
    private final Node separated = node(Map.of("doorstep.administration", "separated"));

    private static Node node(Map<String, Object> settings) {
        return new Node(Databases.h2(), new SetClock(Instant.parse("2026-03-02T01:00:00Z")), settings, Pages.class);
    }

    @BeforeAll
    void an_office() {
        for (var each : List.of(node, separated)) {
            each.employ("wang.officer", Role.HANDLER);
            for (var role : Role.values()) {
                each.employ(role.name().toLowerCase(Locale.ROOT).replace('_', '.'), role);
            }
        }
    }

    @AfterAll
    void close() {
        node.close();
        separated.close();
    }

    @Test
    void the_secret_of_an_authenticator_is_a_square_code_for_its_owner_alone() throws Exception {
        var owner = signedIn(node, Role.MEDIATOR);
        assertThat(owner.ask("/me/second-factor/code.svg").getStatus()).isEqualTo(404);
        var begun = body(owner.command("/api/me/second-factor", "{\"present\": \"" + Node.PASSWORD + "\"}"));
        var picture = owner.ask("/me/second-factor/code.svg");
        assertThat(picture.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(picture.getContentType()).startsWith("image/svg+xml");
        assertThat(begun).contains(read(body(picture)));
        assertThat(signedIn(node, Role.SUPERVISOR)
                        .ask("/me/second-factor/code.svg")
                        .getStatus())
                .isEqualTo(404);
    }

    /** What a telephone would read. */
    private static String read(String svg) throws Exception {
        var dark = Pattern.compile("M(\\d+) (\\d+)")
                .matcher(svg)
                .results()
                .map(spot -> new int[] {Integer.parseInt(spot.group(1)) - 4, Integer.parseInt(spot.group(2)) - 4})
                .toList();
        var fields = new BitMatrix(dark.stream().mapToInt(spot -> spot[0]).max().orElseThrow() + 1);
        dark.forEach(spot -> fields.set(spot[0], spot[1]));
        return new Decoder().decode(fields).getText();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_gets_the_pages_that_it_may_have(Role role) {
        var keepers = EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
        var joint = signedIn(node, role);
        assertThat(MENU.stream().map(path -> joint.ask(path).getStatus()))
                .containsExactly(
                        keepers.contains(role) ? 200 : 403,
                        keepers.contains(role) ? 200 : 403,
                        role == Role.ADMINISTRATOR ? 200 : 403,
                        role == Role.ADMINISTRATOR || role == Role.AUDITOR ? 200 : 403);
        var apart = signedIn(separated, role);
        assertThat(apart.ask("/security-log").getStatus()).isEqualTo(role == Role.AUDITOR ? 200 : 403);
        assertThat(joint.ask("/me").getStatus()).isEqualTo(200);
        assertThat(joint.ask("/me/password").getStatus()).isEqualTo(200);
        assertThat(joint.ask("/accounts/nobody").getStatus()).isEqualTo(keepers.contains(role) ? 404 : 403);
    }

    @Test
    void pages_with_personal_data_are_never_kept_by_the_browser() {
        var admin = signedIn(node, Role.ADMINISTRATOR);
        for (var path : List.of("/accounts", "/accounts/wang.officer", "/security-log", "/me")) {
            assertThat(admin.ask(path).getHeader("Cache-Control")).as(path).contains("no-store");
        }
    }

    @Test
    void an_account_shows_its_rights_its_changes_and_the_steps_that_the_reader_may_take() {
        var admin = signedIn(node, Role.ADMINISTRATOR);
        admin.command(
                "/api/accounts/wang.officer/rights",
                "{\"roles\": [\"UNIT_HEAD\", \"HANDLER\"], \"validTo\": \"2027-01-01\", \"reason\": \"提拔\"}");
        var english = body(admin.send(get("/accounts/wang.officer").locale(Locale.ENGLISH)));
        assertThat(english)
                .contains(
                        "Rights changed", "提拔", "Unit head", "1 Jan 2027", "/api/accounts/wang.officer/password-reset");
        assertThat(body(admin.ask("/accounts?q=WANG&role=UNIT_HEAD"))).contains("wang.officer");
        assertThat(body(admin.ask("/accounts?q=wang&state=DISABLED"))).doesNotContain("wang.officer<");
        assertThat(body(signedIn(node, Role.AUDITOR).ask("/accounts/wang.officer")))
                .contains("提拔", "您只能查看")
                .doesNotContain("data-command=\"/api/accounts");
    }

    @Test
    void who_keeps_accounts_sees_telephones_and_may_mark_one_lost() {
        var telephone = UUID.randomUUID();
        var devices = node.bean(Devices.class);
        devices.know(telephone, "wang.officer", "一号机");
        var admin = signedIn(node, Role.ADMINISTRATOR);
        assertThat(body(admin.ask("/accounts/wang.officer")))
                .contains("走访手机（1）", "一号机", "/api/devices/" + telephone + "/lost");
        assertThat(body(signedIn(node, Role.AUDITOR).ask("/accounts/wang.officer")))
                .doesNotContain("/api/devices/");
        devices.lost(telephone, "administrator");
        assertThat(body(admin.ask("/accounts/wang.officer"))).contains("已挂失").doesNotContain("/api/devices/");
    }

    @Test
    void ones_own_page_lists_sessions_and_tokens() {
        var owner = signedIn(node, Role.STATISTICIAN);
        owner.beside().signIn("statistician", Node.PASSWORD);
        owner.ask("/me");
        owner.command("/api/tokens", "{\"name\": \"月报程序\", \"days\": 30, \"scopes\": [\"READ\"]}");
        assertThat(body(owner.ask("/me"))).contains("月报程序", "本机", "/api/me/sessions/ending", "新设备");
    }

    @Test
    void the_pages_of_the_sign_in_are_open() {
        var stranger = node.browser();
        assertThat(body(stranger.ask("/login?slow=4"))).contains("失败次数过多", "/login/code");
        assertThat(body(stranger.send(get("/login/code").locale(Locale.ENGLISH))))
                .contains("One-time code");
        assertThat(stranger.ask("/me").getRedirectedUrl()).isEqualTo("/login");
    }

    private static Node.Browser signedIn(Node where, Role role) {
        var browser = where.browser();
        browser.signIn(role.name().toLowerCase(Locale.ROOT).replace('_', '.'), Node.PASSWORD);
        browser.ask("/me");
        return browser;
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The pages and what shows them. */
    @ComponentScan({
        "io.doorstep.query.accounts",
        "io.doorstep.query.me",
        "io.doorstep.query.securitylog",
        "io.doorstep.query.home",
        "io.doorstep.query.layout"
    })
    static class Pages {

        @Bean
        Deadlines deadlines() {
            return Reading.deadlines();
        }

        @Bean
        SpringTemplateEngine templates(MessageSource messages) {
            var files = new ClassLoaderTemplateResolver();
            files.setPrefix("templates/");
            files.setSuffix(".html");
            files.setCharacterEncoding("UTF-8");
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(files);
            engine.setTemplateEngineMessageSource(messages);
            return engine;
        }

        @Bean
        ThymeleafViewResolver views(SpringTemplateEngine templates) {
            var resolver = new ThymeleafViewResolver();
            resolver.setTemplateEngine(templates);
            resolver.setCharacterEncoding("UTF-8");
            return resolver;
        }
    }
}
