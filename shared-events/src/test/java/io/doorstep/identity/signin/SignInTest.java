package io.doorstep.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.terms.Role;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** 登录。 Two nodes on one database, asked over HTTP. */
class SignInTest {
    private static final String OTHER_PASSWORD = "木瓜坳 nine lanterns 82";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void guessing_on_two_nodes_is_slowed_on_both_and_the_owner_still_gets_in(DataSource database) {
        try (var first = node(database);
                var second = node(database)) {
            first.employ("wang.officer", Role.PETITION_OFFICER);
            var owner = first.browser();
            owner.signIn("wang.officer", Node.PASSWORD);
            assertThat(owner.isSignedIn()).isTrue();
            owner.send(post("/logout"));
            assertThat(owner.isSignedIn()).isFalse();

            var attacker = first.browser().elsewhere("203.0.113.7");
            for (var i = 0; i < 12; i++) {
                attacker.at(i % 2 == 0 ? first : second).signIn("wang.officer", "guess number " + i);
            }
            assertThat(attacker.at(first).signIn("wang.officer", Node.PASSWORD).getRedirectedUrl())
                    .as("even the right password is not looked at")
                    .startsWith("/login?slow=");
            var slowed = attacker.at(second).signIn("nobody.at.all", "guess");
            assertThat(slowed.getRedirectedUrl()).as("another account").isEqualTo("/login?wrong");

            owner.at(second).signIn("wang.officer", Node.PASSWORD);
            assertThat(owner.isSignedIn()).isTrue();
            assertThat(owner.at(first).isSignedIn()).isTrue();
            assertThat(count(database, "event = 'SIGN_IN_FAILED' and account = 'wang.officer'"))
                    .isGreaterThanOrEqualTo(6);
            assertThat(count(database, "event = 'SIGN_IN_SLOWED'")).isPositive();
            assertThat(count(database, "event = 'SIGN_IN_REFUSED'")).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void signing_in_is_on_record_and_gives_the_session_another_id_of_144_random_bits(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var before = sessionId(database);
            desk.signIn("wang.officer", Node.PASSWORD);
            assertThat(desk.isSignedIn()).isTrue();
            assertThat(sessionId(database)).isNotEqualTo(before).matches("[0-9a-f]{36}");
            assertThat(count(database, "event = 'SIGNED_IN' and account = 'wang.officer'"))
                    .isEqualTo(2);
        }
    }

    private static String sessionId(DataSource database) {
        return JdbcClient.create(database)
                .sql("select session_id from spring_session")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_session_that_rests_too_long_is_over(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            assertThat(desk.isSignedIn()).isTrue();
            rested(database, Duration.ofMinutes(59));
            assertThat(desk.isSignedIn()).isTrue();
            rested(database, Duration.ofMinutes(61));
            assertThat(desk.isSignedIn()).isFalse();
        }
    }

    private static void rested(DataSource database, Duration time) {
        JdbcClient.create(database)
                .sql("update spring_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?")
                .params(time.toMillis(), time.toMillis())
                .update();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_administrator_ends_the_sessions_of_everybody_but_his_own(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            node.employ("li.admin", Role.ADMINISTRATOR);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var admin = node.browser();
            admin.signIn("li.admin", Node.PASSWORD);
            assertThat(desk.command("/api/sessions/ending", "{\"reason\": \"x\"}")
                            .getStatus())
                    .isEqualTo(403);
            assertThat(admin.isSignedIn()).isTrue();
            assertThat(admin.command("/api/sessions/ending", "{\"reason\": \"疑似泄露\"}")
                            .getStatus())
                    .isEqualTo(200);
            assertThat(admin.isSignedIn()).isTrue();
            assertThat(desk.isSignedIn()).isFalse();
            assertThat(count(database, "event = 'ALL_SESSIONS_ENDED'")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_slowed_program_hears_429_and_when_to_come_back(DataSource database) {
        try (var node = node(database)) {
            var answers = IntStream.range(0, 23)
                    .mapToObj(i -> node.browser()
                            .send(get("/api/test/me").header("Authorization", "Bearer doorstep_guess" + i)))
                    .toList();
            var answer = answers.get(22);
            assertThat(answer.getStatus()).isEqualTo(429);
            assertThat(answer.getHeader("Retry-After")).matches("[1-9][0-9]*");
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void sessions_hold_on_both_nodes_and_end_on_both(DataSource database) {
        try (var first = node(database);
                var second = node(database)) {
            first.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = first.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var phone = second.browser();
            phone.signIn("wang.officer", Node.PASSWORD);
            assertThat(desk.at(second).isSignedIn()).isTrue();
            assertThat(second.bean(Sessions.class).of("wang.officer", null)).hasSize(2);

            var ended = desk.at(second).command("/api/me/sessions/ending", "{}");
            assertThat(ended.getStatus()).isEqualTo(200);
            assertThat(desk.at(first).isSignedIn()).isTrue();
            assertThat(phone.at(first).isSignedIn()).isFalse();
            assertThat(phone.at(second).isSignedIn()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_is_disabled_is_out_at_the_next_request_and_other_rights_hold_at_once(DataSource database)
            throws Exception {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var jdbc = JdbcClient.create(database);
            jdbc.sql("update account set roles = 'HANDLER'").update();
            assertThat(desk.ask("/api/test/me").getContentAsString()).isEqualTo("HANDLER");
            jdbc.sql("update account set enabled = false").update();
            assertThat(desk.ask("/api/test/me").getStatus()).isEqualTo(401);
            jdbc.sql("update account set enabled = true").update();
            assertThat(desk.isSignedIn()).as("the session is gone for good").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_session_ends_after_twelve_hours_however_busy(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            for (var hour = 0; hour < 12; hour++) {
                clock.forward(Duration.ofHours(1));
                assertThat(desk.isSignedIn()).isTrue();
            }
            clock.forward(Duration.ofMinutes(1));
            assertThat(desk.isSignedIn()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void another_password_ends_the_other_sessions_and_a_wrong_present_one_counts(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var phone = desk.beside();
            phone.signIn("wang.officer", Node.PASSWORD);

            assertThat(body(desk.command("/api/me/password", change("not the present one", OTHER_PASSWORD))))
                    .contains("WRONG_PASSWORD");
            assertThat(body(desk.command("/api/me/password", change(Node.PASSWORD, "too short"))))
                    .contains("TOO_SHORT");
            assertThat(body(desk.command("/api/me/password", change(Node.PASSWORD, Node.PASSWORD))))
                    .contains("SAME_AS_BEFORE");
            assertThat(body(desk.command("/api/me/password", change(Node.PASSWORD, OTHER_PASSWORD))))
                    .contains("\"sessionsEnded\":1");
            assertThat(desk.isSignedIn()).isTrue();
            assertThat(phone.isSignedIn()).isFalse();
            assertThat(phone.signIn("wang.officer", Node.PASSWORD).getRedirectedUrl())
                    .isEqualTo("/login?wrong");
            phone.signIn("wang.officer", OTHER_PASSWORD);
            assertThat(phone.isSignedIn()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_outworn_password_is_changed_before_anything_else(DataSource database) {
        try (var node = new Node(
                database,
                clock,
                Map.of("doorstep.passwords.profile", "mlps3", "doorstep.second-factor.required", "false"))) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            clock.forward(Duration.ofDays(91));
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var refused = desk.ask("/api/test/me");
            assertThat(refused.getStatus()).isEqualTo(403);
            assertThat(body(refused)).contains("PASSWORD_DUE");
            assertThat(desk.ask("/lists/problems").getRedirectedUrl()).isEqualTo("/me/password");
            assertThat(desk.command("/api/me/password", change(Node.PASSWORD, "Kelp-rope77"))
                            .getStatus())
                    .isEqualTo(200);
            assertThat(desk.isSignedIn()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_hash_of_before_is_replaced_at_the_sign_in(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var before =
                    "{pbkdf2}" + new Pbkdf2PasswordEncoder("", 16, 600_000, PBKDF2WithHmacSHA256).encode("of before");
            var jdbc = JdbcClient.create(database);
            jdbc.sql("update account set password_hash = ?").param(before).update();
            var desk = node.browser();
            desk.signIn("wang.officer", "of before");
            assertThat(desk.isSignedIn()).isTrue();
            assertThat(jdbc.sql("select password_hash from account")
                            .query(String.class)
                            .single())
                    .startsWith("{argon2}$argon2id$");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void whoever_only_looks_leaves_no_session(DataSource database) {
        try (var node = node(database)) {
            var stranger = node.browser();
            stranger.ask("/lists/problems");
            stranger.ask("/api/test/me");
            stranger.signIn("wang.officer", "wrong");
            assertThat(JdbcClient.create(database)
                            .sql("select count(*) from spring_session")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_wanted_a_page_gets_there_and_is_sent_nowhere_else(DataSource database) {
        try (var node = node(database)) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            assertThat(desk.ask("/cases/1?x=2").getRedirectedUrl()).isEqualTo("/login");
            assertThat(desk.signIn("wang.officer", Node.PASSWORD).getRedirectedUrl())
                    .isEqualTo("/cases/1?x=2");
            var lured = node.browser();
            lured.keep("doorstep-wanted", "Ly9ldmlsLmV4YW1wbGU"); // //evil.example
            assertThat(lured.signIn("wang.officer", Node.PASSWORD).getRedirectedUrl())
                    .isEqualTo("/");
        }
    }

    private Node node(DataSource database) {
        return new Node(database, clock, Map.of());
    }

    private static String change(String present, String password) {
        return "{\"present\": \"" + present + "\", \"password\": \"" + password + "\"}";
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long count(DataSource database, String where) {
        return JdbcClient.create(database)
                .sql("select count(*) from security_log where " + where)
                .query(Long.class)
                .single();
    }
}
