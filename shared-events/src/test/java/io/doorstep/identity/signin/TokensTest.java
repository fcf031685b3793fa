package io.doorstep.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.TokenScope;
import io.doorstep.terms.Role;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 接口令牌。 */
class TokensTest {
    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_token_is_good_for_its_scopes_until_its_end(DataSource database) {
        try (var node = new Node(database, clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            var owner = node.browser();
            owner.signIn("wang.officer", Node.PASSWORD);
            owner.ask("/api/test/me");
            var token = issue(owner, "{\"name\": \"读\", \"days\": 30, \"scopes\": [\"READ\"]}");
            assertThat(status(node, "GET", "/api/test/me", token)).isEqualTo(200);
            assertThat(status(node, "POST", "/api/cases", token)).isEqualTo(403);
            assertThat(status(node, "POST", "/api/imports", token)).isEqualTo(403);
            var importing = issue(owner, "{\"name\": \"导\", \"days\": 30, \"scopes\": [\"IMPORT\"]}");
            assertThat(status(node, "GET", "/api/test/me", importing)).isEqualTo(403);
            assertThat(status(node, "POST", "/api/imports", importing))
                    .as("there is no such endpoint here")
                    .isEqualTo(404);
            assertThat(status(node, "POST", "/api/imports-not", importing)).isEqualTo(403);

            var kept = node.bean(ApiTokens.class).of("wang.officer");
            assertThat(kept).extracting("name").containsExactlyInAnyOrder("读", "导");
            assertThat(kept.get(0).lastUsed()).isEqualTo(clock.instant());
            assertThat(kept).allSatisfy(one -> assertThat(one.scopes()).hasSize(1));
            assertThat(kept).anySatisfy(one -> assertThat(one.scopes()).containsExactly(TokenScope.READ));

            clock.forward(Duration.ofDays(30));
            assertThat(status(node, "GET", "/api/test/me", token)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_token_is_no_person_and_ends_with_a_reset(DataSource database) {
        try (var node = new Node(database, clock, Map.of())) {
            node.employ("wang.officer", Role.HANDLER);
            node.employ("admin", Role.ADMINISTRATOR);
            var owner = node.browser();
            owner.signIn("wang.officer", Node.PASSWORD);
            owner.ask("/api/test/me");
            var token = issue(owner, "{\"name\": \"全\", \"days\": 30}");
            Map.of("/api/me/sessions/ending", "{}", "/api/tokens", "{\"name\": \"x\", \"days\": 1}")
                    .forEach((path, json) -> assertThat(node.browser()
                                    .send(post(path)
                                            .header("Authorization", "Bearer " + token)
                                            .contentType("application/json")
                                            .content(json))
                                    .getStatus())
                            .as(path)
                            .isEqualTo(403));
            var admin = node.browser();
            admin.signIn("admin", Node.PASSWORD);
            admin.ask("/api/test/me");
            admin.command("/api/accounts/wang.officer/password-reset", "{\"reason\": \"遗失\"}");
            assertThat(status(node, "GET", "/api/test/me", token)).isEqualTo(401);
        }
    }

    private static String issue(Node.Browser owner, String json) {
        try {
            var issued = owner.command("/api/tokens", json);
            assertThat(issued.getStatus()).isEqualTo(201);
            return issued.getContentAsString().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int status(Node node, String method, String path, String token) {
        var request = method.equals("GET") ? get(path) : post(path);
        return node.browser()
                .send(request.header("Authorization", "Bearer " + token))
                .getStatus();
    }
}
