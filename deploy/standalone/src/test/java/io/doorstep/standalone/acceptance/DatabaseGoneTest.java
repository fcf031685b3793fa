package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 数据库不在。 What everybody sees while the database is gone: clear words and when to ask again, never a wrong password; then all goes on. */
class DatabaseGoneTest {

    @TempDir
    Path folder;

    @Test
    @TakesMinutes
    void everybody_hears_503_with_clear_words_and_then_all_goes_on() throws Exception {
        var database = new Database(folder.resolve("pg"));
        try (var office = Office.start(folder, database.settings())) {
            var work = new SteadyWork(office);
            work.handle("6f3ef2a2-1d0c-4f0e-9d5c-64a4f2c4a001");
            var browser = browser();
            assertThat(signIn(browser, office, token(browser, office)).statusCode())
                    .isEqualTo(302);
            assertThat(page(browser, office, "/lists/problems").statusCode()).isEqualTo(200);
            var another = browser();
            var token = token(another, office);

            database.stop();

            said(office.get("officer", "/api/lists/problems"));
            said(office.post("officer", "/api/cases", "{}"));
            said(page(browser, office, "/lists/problems"));
            said(signIn(another, office, token));
            assertThat(browser()
                            .send(
                                    HttpRequest.newBuilder(office.address("/actuator/health/liveness"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .as("restarting would not bring the database back")
                    .isEqualTo(200);

            database.start();
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> office.get("officer", "/api/lists/problems").statusCode() == 200);
            work.handle("6f3ef2a2-1d0c-4f0e-9d5c-64a4f2c4a002");
            assertThat(work.read("supervisor", "/api/cases/6f3ef2a2-1d0c-4f0e-9d5c-64a4f2c4a002?version=5")
                            .get("version")
                            .intValue())
                    .isEqualTo(5);
        } finally {
            database.stop();
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static String token(HttpClient browser, Office office) throws Exception {
        return page(browser, office, "/login").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }

    private static HttpResponse<String> signIn(HttpClient browser, Office office, String token) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(office.address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                                + "&id=officer&password=doorstep-demo"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> page(HttpClient browser, Office office, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(office.address(path))
                        .header("Accept", "text/html")
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private static void said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After"))
                .as("%s", answer.uri())
                .contains("5");
        assertThat(answer.body()).as("%s", answer.uri()).contains("数据库暂时不能答复");
    }
}
