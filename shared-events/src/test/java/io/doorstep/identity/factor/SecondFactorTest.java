package io.doorstep.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** 第二验证。 */
class SecondFactorTest {
    private static final String PRESENT = "{\"present\": \"" + Node.PASSWORD + "\"}";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_password_alone_is_not_enough_and_a_code_is_good_once_on_all_nodes(DataSource database) {
        try (var first = new Node(database, clock, Map.of());
                var second = new Node(database, clock, Map.of())) {
            first.employ("wang.officer", Role.HANDLER);
            var secret = enrol(first.browser());

            var desk = first.browser();
            assertThat(desk.signIn("wang.officer", Node.PASSWORD).getRedirectedUrl())
                    .isEqualTo("/login/second-step");
            assertThat(desk.isSignedIn()).isFalse();
            assertThat(body(desk.command("/api/sign-in/second-step", code("000000"))))
                    .contains("WRONG_CODE");
            var code = Codes.of(secret, clock.instant());
            assertThat(body(desk.at(second).command("/api/sign-in/second-step", code(code))))
                    .contains("\"to\":\"/\"");
            assertThat(desk.at(first).isSignedIn()).isTrue();

            var thief = second.browser();
            thief.signIn("wang.officer", Node.PASSWORD);
            assertThat(body(thief.command("/api/sign-in/second-step", code(code))))
                    .as("seen over the shoulder")
                    .contains("WRONG_CODE");
            assertThat(JdbcClient.create(database)
                            .sql("select secret from second_factor")
                            .query((row, n) -> HexFormat.of().formatHex(row.getBytes(1)))
                            .single())
                    .as("sealed")
                    .doesNotContain(HexFormat.of().formatHex(secret));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void guesses_at_codes_are_slowed_too(DataSource database) {
        try (var node = new Node(database, clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            enrol(node.browser());
            var thief = node.browser().elsewhere("203.0.113.7");
            thief.signIn("wang.officer", Node.PASSWORD);
            for (var i = 0; i < 6; i++) {
                thief.command("/api/sign-in/second-step", code("00000" + i));
            }
            assertThat(thief.command("/api/sign-in/second-step", code("000009")).getStatus())
                    .isEqualTo(429);
        }
    }

    @Test
    void half_of_the_way_lasts_ten_minutes_and_not_beyond_another_password() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            node.employ("admin", Role.ADMINISTRATOR);
            var secret = enrol(node.browser());
            var slow = node.browser();
            slow.signIn("wang.officer", Node.PASSWORD);
            clock.forward(Duration.ofMinutes(11));
            assertThat(body(slow.command("/api/sign-in/second-step", code(Codes.of(secret, clock.instant())))))
                    .contains("SECOND_STEP_WITHOUT_FIRST");
            slow.signIn("wang.officer", Node.PASSWORD);
            clock.forward(Duration.ofMinutes(1));
            var admin = node.browser();
            admin.signIn("admin", Node.PASSWORD);
            admin.ask("/api/test/me");
            admin.command("/api/accounts/wang.officer/password-reset", "{\"reason\": \"遗失\"}");
            assertThat(body(slow.command("/api/sign-in/second-step", code(Codes.of(secret, clock.instant())))))
                    .contains("SECOND_STEP_WITHOUT_FIRST");
        }
    }

    @Test
    void a_program_cannot_go_round_it_with_the_password() {
        try (var node = new Node(Databases.h2(), clock, Map.of("spring.profiles.active", "demo"))) {
            node.employ("wang.officer", Role.HANDLER);
            var basic = "Basic "
                    + Base64.getEncoder()
                            .encodeToString(("wang.officer:" + Node.PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertThat(node.browser()
                            .send(get("/api/test/me").header("Authorization", basic))
                            .getStatus())
                    .isEqualTo(200);
            enrol(node.browser());
            assertThat(node.browser()
                            .send(get("/api/test/me").header("Authorization", basic))
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    @Test
    void who_lost_the_authenticator_uses_a_recovery_code_once_or_asks_the_administrator() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            node.employ("admin", Role.ADMINISTRATOR);
            var owner = node.browser();
            owner.signIn("wang.officer", Node.PASSWORD);
            owner.ask("/api/test/me");
            var codes = confirm(owner, begin(owner));
            var recovery = codes.replaceAll("(?s).*\"recoveryCodes\":\\[\"([^\"]+)\".*", "$1");
            assertThat(recovery)
                    .as("fifty bits behind the letters that find them")
                    .matches("[2-9A-Z]{2}-[2-9A-Z]{5}-[2-9A-Z]{5}");
            assertThat(JdbcClient.create(node.bean(DataSource.class))
                            .sql("select code_hash from recovery_code")
                            .query(String.class)
                            .list())
                    .hasSize(10)
                    .allMatch(hash -> hash.startsWith("{argon2}"));
            for (var times = 0; times < 2; times++) {
                var desk = node.browser();
                desk.signIn("wang.officer", Node.PASSWORD);
                desk.command("/api/sign-in/second-step", code(recovery));
                assertThat(desk.isSignedIn()).isEqualTo(times == 0);
            }
            var admin = node.browser();
            admin.signIn("admin", Node.PASSWORD);
            admin.ask("/api/test/me");
            assertThat(admin.command("/api/accounts/wang.officer/second-factor-reset", "{\"reason\": \"手机丢失\"}")
                            .getStatus())
                    .isEqualTo(204);
            var again = node.browser();
            again.signIn("wang.officer", Node.PASSWORD);
            assertThat(again.isSignedIn()).isTrue();
        }
    }

    @Test
    void a_secret_that_nobody_confirmed_is_shown_for_ten_minutes() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            var factors = node.bean(SecondFactors.class);
            assertThat(factors.waiting("wang.officer")).isEmpty();
            var secret = factors.begin("wang.officer");
            assertThat(factors.waiting("wang.officer"))
                    .contains("otpauth://totp/Doorstep:wang.officer?secret=" + secret + "&issuer=Doorstep");
            clock.forward(Duration.ofMinutes(11));
            assertThat(factors.waiting("wang.officer")).isEmpty();
            var again = factors.begin("wang.officer");
            factors.confirm("wang.officer", Codes.of(unwritten(again), clock.instant()));
            assertThat(factors.isOn("wang.officer")).isTrue();
            assertThat(factors.waiting("wang.officer")).isEmpty();
        }
    }

    @Test
    void where_it_is_asked_for_it_comes_before_anything_else() {
        try (var node = new Node(Databases.h2(), clock, Map.of("doorstep.passwords.profile", "mlps3"))) {
            node.employ("wang.officer", Role.HANDLER);
            var owner = node.browser();
            owner.signIn("wang.officer", Node.PASSWORD);
            assertThat(body(owner.ask("/api/test/me"))).contains("SECOND_FACTOR_DUE");
            assertThat(owner.ask("/lists/problems").getRedirectedUrl()).isEqualTo("/me/second-factor");
            confirm(owner, begin(owner));
            assertThat(owner.isSignedIn()).isTrue();
        }
    }

    /** Signs in, adds an authenticator, and answers its secret. */
    private byte[] enrol(Node.Browser owner) {
        owner.signIn("wang.officer", Node.PASSWORD);
        owner.ask("/api/test/me");
        var secret = begin(owner);
        confirm(owner, secret);
        // the code of this step is used up
        clock.forward(Duration.ofMinutes(1));
        return secret;
    }

    private static byte[] begin(Node.Browser owner) {
        assertThat(body(owner.command("/api/me/second-factor", "{\"present\": \"not it\"}")))
                .contains("WRONG_PASSWORD");
        var begun = body(owner.command("/api/me/second-factor", PRESENT));
        return unwritten(begun.replaceAll("(?s).*secret=([A-Z2-7]+).*", "$1"));
    }

    private String confirm(Node.Browser owner, byte[] secret) {
        assertThat(body(owner.command("/api/me/second-factor/confirmation", code("123"))))
                .contains("WRONG_CODE");
        return body(owner.command("/api/me/second-factor/confirmation", code(Codes.of(secret, clock.instant()))));
    }

    private static byte[] unwritten(String base32) {
        var bits = base32.chars()
                .mapToObj(letter -> Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
                        .substring(1))
                .collect(Collectors.joining());
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private static String code(String code) {
        return "{\"code\": \"" + code + "\"}";
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
