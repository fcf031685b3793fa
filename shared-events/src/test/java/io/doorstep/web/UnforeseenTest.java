package io.doorstep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 意外。 What nobody foresaw is in the log with where it happened, and nowhere with what was typed. */
@ExtendWith(OutputCaptureExtension.class)
class UnforeseenTest {

    private static final String SECRET = "张三\r\n2026 ERROR forged line";

    @RestController
    static class Broken {
        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException(SECRET);
        }
    }

    @Test
    void an_endpoint_that_breaks_answers_a_trace_number_that_stands_in_the_log(CapturedOutput log) throws Exception {
        var web = MockMvcBuilders.standaloneSetup(new Broken())
                .setControllerAdvice(new Problems(messages()))
                .build();
        var answer = web.perform(get("/broken")).andReturn().getResponse();
        var body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(body).contains("UNFORESEEN").doesNotContain("张三", "IllegalState", "Broken");
        var trace = body.replaceAll("(?s).*\"trace\":\"([^\"]+)\".*", "$1");
        assertThat(log.getAll())
                .contains(trace)
                .contains("java.lang.IllegalStateException")
                .contains("UnforeseenTest$Broken.broken")
                .doesNotContain("张三", "forged line");
    }

    @Test
    void what_breaks_outside_of_endpoints_is_told_likewise(CapturedOutput log) throws Exception {
        var response = new MockHttpServletResponse();
        new LastResort(new Problems(messages()), new ReaderLanguage())
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain() {
                    @Override
                    public void doFilter(
                            jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse answer) {
                        throw new IllegalStateException(SECRET + ((HttpServletRequest) request).getMethod());
                    }
                });
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEmpty();
        assertThat(log.getAll())
                .contains("unforeseen failure, trace ")
                .contains("UnforeseenTest")
                .doesNotContain("张三", "forged line");
    }

    @Test
    void a_database_that_is_away_is_told_in_words_with_when_to_ask_again() throws Exception {
        for (var path : List.of("/api/lists/problems", "/lists/problems")) {
            var request = new MockHttpServletRequest("GET", path);
            var response = new MockHttpServletResponse();
            new LastResort(new Problems(messages()), new ReaderLanguage())
                    .doFilter(request, response, new MockFilterChain() {
                        @Override
                        public void doFilter(
                                jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
                            throw new DataAccessResourceFailureException(SECRET, new SQLException(SECRET, "57P01"));
                        }
                    });
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("5");
            assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                    .contains("数据库暂时不能答复")
                    .doesNotContain("张三");
        }
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void a_rollback_that_fails_too_is_told_by_what_went_wrong_before() {
        var notTakenBack = new TransactionSystemException("rollback", new SQLException("a bug", "25P01"));
        assertThat(Outage.behind(notTakenBack)).isEmpty();
        notTakenBack.initApplicationException(
                new DataAccessResourceFailureException("away", new SQLException("away", "57P01")));
        assertThat(Outage.behind(notTakenBack)).contains(Outage.DATABASE_AWAY);
        assertThat(Outage.behind(new IllegalStateException(new SQLException("full", "53100"))))
                .contains(Outage.DISK_FULL);
        assertThat(Outage.behind(new IllegalStateException(new SQLException("a bug", "42601"))))
                .isEmpty();
    }

    @Test
    void a_commit_that_broke_its_connection_is_an_outage_though_only_the_failed_rollback_is_told() throws Exception {
        try (var server = EmbeddedPostgres.start();
                var pool = new HikariDataSource()) {
            pool.setDataSource(server.getPostgresDatabase());
            var stopped = new TransactionTemplate(new JdbcTransactionManager(pool));
            assertThatThrownBy(() -> stopped.executeWithoutResult(status -> stop(server, ownProcess(pool))))
                    .isInstanceOf(TransactionSystemException.class)
                    .satisfies(failure -> assertThat(Outage.behind(failure)).contains(Outage.DATABASE_AWAY));
        }
    }

    private static int ownProcess(DataSource pool) {
        return JdbcClient.create(pool)
                .sql("select pg_backend_pid()")
                .query(Integer.class)
                .single();
    }

    private static void stop(EmbeddedPostgres server, int process) {
        var ended = JdbcClient.create(server.getPostgresDatabase())
                .sql("select pg_terminate_backend(?, 5000)")
                .param(process)
                .query(Boolean.class)
                .single();
        assertThat(ended).isTrue();
    }
}
