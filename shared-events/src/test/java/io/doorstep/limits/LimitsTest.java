package io.doorstep.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** 限量。 A person who works is never asked to wait; a program that collects is, and hears when to come back. */
class LimitsTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final DataSource database = Databases.h2();

    @Test
    void who_reads_without_pause_waits_and_nobody_else_does() throws Exception {
        try (var node = node()) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            node.employ("zhao.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            MockHttpServletResponse last = desk.ask("/api/test/me");
            for (var i = 1; i < Kind.READING.atOnce(); i++) {
                last = desk.ask("/api/test/me");
                assertThat(last.getStatus()).isEqualTo(200);
            }
            for (var i = 0; i < 50; i++) {
                last = desk.send(get("/api/test/me").header("Accept-Language", "en"));
            }
            assertThat(last.getStatus()).isEqualTo(429);
            assertThat(last.getHeader("Retry-After")).isEqualTo("1");
            assertThat(last.getContentType()).startsWith("application/problem+json");
            assertThat(last.getContentAsString(StandardCharsets.UTF_8))
                    .contains("TOO_MANY_REQUESTS")
                    .contains("Too many requests");
            assertThat(desk.ask("/api/test/me").getContentAsString(StandardCharsets.UTF_8))
                    .contains("请求过多");
            assertThat(desk.ask("/lists/problems").getStatus()).as("a page").isEqualTo(429);

            var other = node.browser();
            other.signIn("zhao.officer", Node.PASSWORD);
            assertThat(other.isSignedIn()).isTrue();
            assertThat(rows("ASKED_TOO_OFTEN")).as("told once").isEqualTo(1);

            clock.forward(Duration.ofSeconds(1));
            assertThat(desk.isSignedIn()).isTrue();
        }
    }

    @Test
    void files_and_ledgers_are_counted_apart_and_commands_on_cases_are_not() {
        try (var node = node()) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            for (var i = 0; i < Kind.FILE.atOnce(); i++) {
                assertThat(desk.ask("/api/lists/problems.csv").getStatus()).isNotEqualTo(429);
            }
            assertThat(desk.ask("/api/lists/problems.xlsx").getStatus()).isEqualTo(429);
            assertThat(desk.ask("/print/month.pdf").getStatus()).isEqualTo(429);
            for (var i = 0; i < Kind.LEDGER.atOnce(); i++) {
                assertThat(desk.command("/api/imports", "{}").getStatus()).isNotEqualTo(429);
            }
            assertThat(desk.command("/api/imports", "{}").getStatus()).isEqualTo(429);
            for (var i = 0; i < 200; i++) {
                assertThat(desk.command("/api/cases", "{}").getStatus()).isNotEqualTo(429);
            }
            assertThat(desk.isSignedIn()).as("lists are there all the same").isTrue();
        }
    }

    @Test
    void who_is_not_signed_in_is_counted_by_his_address() {
        try (var node = node()) {
            var somebody = node.browser().elsewhere("203.0.113.7");
            for (var i = 0; i < Kind.UNSIGNED.atOnce(); i++) {
                assertThat(somebody.ask("/login").getStatus()).isNotEqualTo(429);
            }
            assertThat(somebody.ask("/login").getStatus()).isEqualTo(429);
            assertThat(node.browser().ask("/login").getStatus()).isNotEqualTo(429);
        }
    }

    @Test
    void the_office_may_set_another_share_or_none() {
        try (var node = new Node(database, clock, Map.of("doorstep.limits.share", "0.01"))) {
            var somebody = node.browser();
            for (var i = 0; i < 6; i++) {
                somebody.ask("/login");
            }
            assertThat(somebody.ask("/login").getStatus()).isEqualTo(429);
        }
        try (var node = new Node(database, clock, Map.of("doorstep.limits.share", "0"))) {
            var somebody = node.browser();
            for (var i = 0; i < 2 * Kind.UNSIGNED.atOnce(); i++) {
                somebody.ask("/login");
            }
            assertThat(somebody.ask("/login").getStatus()).isNotEqualTo(429);
        }
    }

    @Test
    void a_file_is_not_read_from_who_is_not_signed_in_nor_when_it_is_too_large() {
        try (var node = node()) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var stranger = node.browser();
            stranger.ask("/login");
            assertThat(stranger.send(post("/api/imports")
                                    .contentType("multipart/form-data; boundary=b")
                                    .content(new byte[10]))
                            .getStatus())
                    .isEqualTo(401);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            var tooLarge = new byte[22 << 20];
            assertThat(desk.send(post("/api/cases/c1/attachments")
                                    .contentType("multipart/form-data; boundary=b")
                                    .content(tooLarge))
                            .getStatus())
                    .isEqualTo(413);
        }
    }

    @Test
    void refusals_are_on_record_but_do_not_fill_the_log() {
        try (var node = node()) {
            node.employ("wang.officer", Role.PETITION_OFFICER);
            var desk = node.browser();
            desk.signIn("wang.officer", Node.PASSWORD);
            for (var i = 0; i < 50; i++) {
                desk.command("/api/sessions/ending", "{\"reason\": \"x\"}");
            }
            assertThat(rows("ACCESS_REFUSED")).isEqualTo(10);
            assertThat(JdbcClient.create(database)
                            .sql("select distinct account || ' ' || detail from security_log"
                                    + " where event = 'ACCESS_REFUSED'")
                            .query(String.class)
                            .list())
                    .containsExactly("wang.officer POST /api/sessions/ending");
            node.employ("li.admin", Role.ADMINISTRATOR);
            var admin = node.browser();
            admin.signIn("li.admin", Node.PASSWORD);
            admin.command("/api/accounts/no.body/enabling", "{\"reason\": \"x\"}");
            assertThat(rows("ACCESS_REFUSED")).as("not found, or not for him").isEqualTo(11);
            desk.keep("XSRF-TOKEN", "forged");
            desk.command("/api/cases", "{}");
            desk.send(post("/api/cases").header("X-XSRF-TOKEN", ""));
            assertThat(rows("FORGED_REQUEST")).isPositive();
            clock.forward(Duration.ofHours(1));
            desk.signIn("wang.officer", Node.PASSWORD);
            for (var i = 0; i < 40; i++) {
                desk.command("/api/me/password", "{}");
            }
            assertThat(rows("MALFORMED_TOO_OFTEN")).isPositive();
        }
    }

    private Node node() {
        return new Node(database, clock, Map.of());
    }

    private long rows(String event) {
        return JdbcClient.create(database)
                .sql("select count(*) from security_log where event = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
