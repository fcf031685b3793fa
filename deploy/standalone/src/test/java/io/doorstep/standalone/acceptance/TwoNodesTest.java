package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * 两个节点上的权限与隐私。 Two processes of the product, each with both sides, on one PostgreSQL: what is decided on one holds on
 * the other at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TakesMinutes
class TwoNodesTest {

    private static final String HERE = "430525001001";
    private static final String NAME = "欧阳测试";
    private static final String ACCUSED = "u-natural-resources";

    private EmbeddedPostgres server;
    private Office one;
    private Office two;

    @BeforeAll
    void start(@TempDir Path first, @TempDir Path second) throws IOException {
        server = EmbeddedPostgres.start();
        String[] settings = {
            "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
        one = Office.start(first, settings);
        Files.copy(first.resolve("master.key"), second.resolve("master.key"));
        two = Office.start(second, settings);
    }

    @AfterAll
    void stop() throws IOException {
        two.close();
        one.close();
        server.close();
    }

    @Test
    void who_signs_in_at_one_is_in_at_both_and_out_of_both() throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var signedIn = submit(browser, one, "/login", "/login", "id", "cadre", "password", "doorstep-demo");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(get(browser, two, "/lists/problems").statusCode()).isEqualTo(200);

        Office.read(one.post("admin", "/api/accounts/cadre/sessions/ending", "{\"reason\": \"遗失手机\"}"));

        assertThat(get(browser, two, "/lists/problems").statusCode()).isEqualTo(302);
        assertThat(get(browser, one, "/api/lists/problems").statusCode()).isEqualTo(401);
    }

    @Test
    void a_right_that_is_taken_away_at_one_is_gone_at_the_other() throws Exception {
        assertThat(two.get("dispatcher", "/cases/new").statusCode()).isEqualTo(200);

        Office.read(
                one.post("admin", "/api/accounts/dispatcher/rights", "{\"roles\": [\"HANDLER\"], \"reason\": \"调岗\"}"));
        assertThat(two.get("dispatcher", "/cases/new").statusCode()).isEqualTo(403);

        Office.read(two.post("admin", "/api/accounts/dispatcher/disabling", "{\"reason\": \"离岗\"}"));
        assertThat(one.get("dispatcher", "/api/lists/problems").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_is_good_at_both_until_it_is_revoked_at_either() throws Exception {
        var token = Office.read(one.post("supervisor", "/api/tokens", "{\"name\": \"报表\", \"days\": 1}"))
                .get("token")
                .stringValue();
        assertThat(bearing(two, token)).isEqualTo(200);

        Office.read(two.post("supervisor", "/api/tokens/revocation", "{\"name\": \"报表\"}"));
        assertThat(bearing(one, token)).isEqualTo(401);
        assertThat(bearing(two, token)).isEqualTo(401);
    }

    @Test
    void an_accusation_reported_at_one_does_not_exist_for_the_accused_at_the_other() throws Exception {
        var before =
                two.json("handler", "/api/statistics/resolution").get("total").toString();
        var id = reported(one, "举报违规占地", "ACCUSATION", "[\"" + ACCUSED + "\"]");
        one.waitForLists();

        assertThat(two.get("handler", "/api/cases/" + id).statusCode()).isEqualTo(404);
        assertThat(two.get("handler", "/api/cases/" + id + "/history").statusCode())
                .isEqualTo(404);
        assertThat(two.get("handler", "/api/lists/problems?q=%E4%B8%BE%E6%8A%A5")
                        .body())
                .doesNotContain("举报违规占地");
        assertThat(two.json("handler", "/api/statistics/resolution")
                        .get("total")
                        .toString())
                .isEqualTo(before);
        assertThat(two.post("handler", "/api/cases/" + id + "/notes", "{\"text\": \"看\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(two.get("supervisor", "/api/cases/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_recused_at_one_is_kept_away_at_the_other_and_let_in_again() throws Exception {
        var id = reported(one, "邻里借款", "DISPUTE", "[]");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> two.get("approver", "/api/cases/" + id).statusCode() == 200);

        var recused = Office.read(one.post(
                "supervisor", "/api/cases/" + id + "/recusals", "{\"officer\": \"approver\", \"reason\": \"亲属\"}"));
        var version = recused.get("version").intValue();
        assertThat(two.get("approver", "/api/cases/" + id + "?version=" + version)
                        .statusCode())
                .isEqualTo(404);

        Office.read(two.post(
                "supervisor",
                "/api/cases/" + id + "/recusals/lifting",
                "{\"officer\": \"approver\", \"reason\": \"误\"}"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> one.get("approver", "/api/cases/" + id).statusCode() == 200);
    }

    @Test
    void what_was_unmasked_at_one_is_on_record_at_the_other_and_what_was_erased_is_gone_from_both() throws Exception {
        var id = reported(one, "土地补偿", "PETITION", "[]");
        one.waitForLists();
        assertThat(one.json("officer", "/api/cases/" + id).toString()).doesNotContain(NAME);
        assertThat(two.post("officer", "/api/cases/" + id + "/unmaskings", "{\"reason\": \"CONTACT\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(one.json("officer", "/api/cases/" + id).toString()).contains(NAME);
        assertThat(one.get("privacy", "/access-log").body()).contains("officer");

        Office.read(two.post("officer", "/api/cases/" + id + "/withdrawal", "{}"));
        two.waitForLists();
        var before = totals(two);
        var request = Office.read(
                one.post("officer", "/api/cases/" + id + "/erasures", "{\"ground\": \"CONSENT_WITHDRAWN\"}"));
        var approvals = "/api/erasures/" + request.get("erasureId").stringValue() + "/approvals";
        Office.read(one.post("supervisor", approvals, "{}"));
        Office.read(two.post("privacy", approvals, "{}"));

        for (var node : new Office[] {one, two}) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            !node.json("officer", "/api/cases/" + id).toString().contains(NAME));
            assertThat(totals(node)).isEqualTo(before);
        }
    }

    @Test
    void guesses_at_one_are_slowed_at_the_other_and_the_owner_gets_in() throws Exception {
        var known = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(submit(known, one, "/login", "/login", "id", "head", "password", "doorstep-demo")
                        .statusCode())
                .isEqualTo(302);
        submit(known, one, "/about", "/logout");

        var guesser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        // until the way in is closed for long enough that the next try surely meets it closed
        var guess = new AtomicInteger();
        await("guesses to be slowed")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> slowedFor(guesser, guess.getAndIncrement()) >= 8);
        var slowed = submit(guesser, two, "/login", "/login", "id", "head", "password", "doorstep-demo");
        assertThat(slowed.headers().firstValue("Location").orElse("")).contains("slow=");
        assertThat(get(guesser, two, "/lists/problems").statusCode()).isEqualTo(302);

        var in = submit(known, two, "/login", "/login", "id", "head", "password", "doorstep-demo");
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("/login");
        assertThat(get(known, one, "/lists/problems").statusCode()).isEqualTo(200);
        assertThat(two.get("auditor", "/security-log").body()).contains("head");
    }

    /** Guesses once, at the nodes in turn; answers how many seconds the next guess has to wait. */
    private int slowedFor(HttpClient guesser, int guess) throws IOException, InterruptedException {
        var answer =
                submit(guesser, guess % 2 == 0 ? one : two, "/login", "/login", "id", "head", "password", "g" + guess);
        var slow = Pattern.compile("slow=(\\d+)")
                .matcher(answer.headers().firstValue("Location").orElse(""));
        return slow.find() ? Integer.parseInt(slow.group(1)) : 0;
    }

    private static String totals(Office node) {
        return node.json("supervisor", "/api/statistics/resolution")
                .get("total")
                .toString();
    }

    private static String reported(Office node, String title, String kind, String accused) throws IOException {
        return Office.read(node.post("officer", "/api/cases", """
                {"kind": "%s", "channel": "VISIT", "category": "020201", "place": "%s", "title": "%s",
                 "petitioners": [{"name": "%s"}], "accusedUnits": %s}
                """.formatted(kind, HERE, title, NAME, accused)))
                .get("caseId")
                .stringValue();
    }

    private static int bearing(Office node, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(node.address("/api/lists/problems"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> get(HttpClient browser, Office node, String path)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(node.address(path))
                        .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form with the token of its page. */
    private static HttpResponse<String> submit(
            HttpClient browser, Office node, String page, String action, String... fields)
            throws IOException, InterruptedException {
        var token = get(browser, node, page).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var body = new StringBuilder("_csrf=" + encoded(token));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return browser.send(
                HttpRequest.newBuilder(node.address(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
