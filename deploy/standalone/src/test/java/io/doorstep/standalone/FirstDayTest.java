package io.doorstep.standalone;

import static io.doorstep.standalone.Running.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.identity.FirstAdministrator;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 从首次启动到重启。 An office's first day without the demonstration; told in one go, because starting costs seconds. */
class FirstDayTest {
    private static final String PASSWORD = "朝阳街 correct horse 1949";
    private static final String SETUP =
            "{\"code\":\"%s\",\"id\":\"li.admin\",\"name\":\"某管理员\",\"password\":\"" + PASSWORD + "\"}";

    @Test
    void an_office_sets_itself_up_works_and_finds_everything_again(@TempDir Path data) throws IOException {
        String token;
        try (var office = Running.with("--doorstep.data=" + data)) {
            nobody_gets_in(office);
            browsers_are_told_what_to_refuse(office);
            the_setup_code_works_once(office);
            a_browser_needs_its_csrf_token(office);
            administrators_create_accounts(office);
            token = a_person_issues_a_token(office);
            load(office, ReferenceKind.PLACE, "places");
            load(office, ReferenceKind.CATEGORY, "categories");
            var reported = office.post("/api/cases", REPORT, "Authorization", "Bearer " + token);
            assertThat(reported.statusCode()).as(reported.body()).isEqualTo(201);
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("master.key"))).hasSize(2);

        try (var again = Running.with("--doorstep.data=" + data, "--server.forward-headers-strategy=native")) {
            behind_a_proxy_all_is_told_to_stay_encrypted(again);
            a_proxy_says_where_a_request_comes_from(again);
            assertThat(again.bean(FirstAdministrator.class).offer()).isEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(again.get("/api/lists/problems", "Authorization", "Bearer " + token)
                                    .body())
                            .contains("宅基地界址"));
            assertThat(again.post("/api/tokens/revocation", "{\"name\":\"打印机\"}", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(again.get("/api/lists/problems", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThatThrownBy(() -> Running.with("--doorstep.data=" + data, "--spring.profiles.active=demo"))
                .hasMessageContaining("an office's own");
    }

    private static final String CASE = "0190a9a4-6f6e-7cc3-98c4-dc0c0c07398f";
    private static final String REPORT = """
            {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "020201", "place": "430525001201",
             "title": "宅基地界址争议", "petitioners": [{"name": "张某甲"}]}
            """.formatted(CASE);

    private static void nobody_gets_in(Running office) {
        var anonymous = office.get("/api/units");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(anonymous.body()).contains("\"code\":\"UNAUTHORIZED\"").contains("请先登录");
        assertThat(office.get("/api/units", "Accept-Language", "en").body()).contains("Please sign in first");
        assertThat(office.post("/api/cases", "{}").statusCode())
                .as("who is not signed in hears that, not something about tokens")
                .isEqualTo(401);
        assertThat(office.get("/some/page").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
        assertThat(office.get("/api/units", "Authorization", basic("officer", "doorstep-demo"))
                        .statusCode())
                .as("no demo accounts and no Basic outside of the demonstration")
                .isEqualTo(401);
        assertThat(office.get("/api/units", "Authorization", "Bearer doorstep_guess")
                        .statusCode())
                .isEqualTo(401);

        var start = office.get("/");
        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.body()).doesNotContain("doorstep-demo");
        assertThat(office.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(office.get("/assets/doorstep.css").statusCode()).isEqualTo(200);
        assertThat(office.get("/actuator/prometheus").statusCode())
                .as("loopback")
                .isEqualTo(200);
        assertThat(office.get("/actuator/prometheus", "X-Forwarded-For", "10.1.1.1")
                        .statusCode())
                .as("passed on by a proxy")
                .isEqualTo(401);
    }

    private static void browsers_are_told_what_to_refuse(Running office) {
        for (var path : List.of("/", "/login", "/assets/doorstep.css", "/api/units", "/actuator/health", "/no/page")) {
            var headers = office.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                            + " frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
        }
        assertThat(office.get("/api/units", "Origin", "https://evil.example")
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        assertThat(office.trace("/").statusCode()).isGreaterThanOrEqualTo(400);
        for (var path : List.of("/v3/api-docs", "/actuator/sbom", "/actuator/info", "/actuator/env")) {
            assertThat(office.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    /** What lies in the archive or beside it is not handed out, and no folder is listed, whoever asks. */
    private static void only_pages_are_handed_out(Running office) {
        for (var path : List.of(
                "/.git/config",
                "/assets/",
                "/application.properties",
                "/doorstep.mv.db",
                "/h2-console",
                "/actuator/env",
                "/actuator/heapdump")) {
            assertThat(office.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static void behind_a_proxy_all_is_told_to_stay_encrypted(Running office) {
        var start = office.get("/login", "X-Forwarded-Proto", "https").headers();
        assertThat(start.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
        assertThat(start.allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    }

    private static void a_proxy_says_where_a_request_comes_from(Running office) {
        office.get("/api/units", "Authorization", "Bearer doorstep_guess", "X-Forwarded-For", "203.0.113.9");
        assertThat(office.bean(JdbcClient.class)
                        .sql("select network from security_log order by id desc fetch first 1 rows only")
                        .query(String.class)
                        .single())
                .isEqualTo("203.0.113.0/24");
        office.submit("/login", "/login", "id", "li.admin", "password", PASSWORD);
        var token = office.cookie("XSRF-TOKEN");
        var out = office.post("/logout", "{}", "X-XSRF-TOKEN", token, "X-Forwarded-Proto", "https");
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
    }

    private static void the_setup_code_works_once(Running office) {
        var code = office.bean(FirstAdministrator.class).offer().orElseThrow();
        assertThat(office.post("/api/setup", SETUP.formatted("WRONG-WRONG-WRONG-WRONG"))
                        .body())
                .contains("SETUP_CODE_WRONG");
        assertThat(office.post("/api/setup", SETUP.formatted(code).replace(PASSWORD, "short"))
                        .body())
                .contains("TOO_SHORT");
        assertThat(office.post("/api/setup", SETUP.formatted(code)).statusCode())
                .isEqualTo(201);
        assertThat(office.post("/api/setup", SETUP.formatted(code)).body()).contains("SET_UP_ALREADY");
        assertThat(office.get("/api/units", "Authorization", basic("li.admin", PASSWORD))
                        .statusCode())
                .as("a right password does not help Basic outside of the demonstration")
                .isEqualTo(401);
    }

    private static void a_browser_needs_its_csrf_token(Running office) {
        var login = office.get("/login");
        assertThat(login.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(login.body())
                .contains("name=\"password\" type=\"password\" autocomplete=\"current-password\"")
                .doesNotContain("onpaste");
        assertThat(office.submit("/login", "/login", "id", "li.admin", "password", "not it at all")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?wrong"));
        for (var almost : List.of(PASSWORD.toUpperCase(Locale.ROOT), PASSWORD.substring(0, PASSWORD.length() - 1))) {
            assertThat(office.submit("/login", "/login", "id", "li.admin", "password", almost)
                            .headers()
                            .firstValue("Location"))
                    .as("letters count, and the last ones too")
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/login?wrong"));
        }
        var signedIn = office.submit("/login", "/login", "id", "li.admin", "password", PASSWORD);
        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).doesNotContain("login"));
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("doorstep-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(signedIn.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("SameSite=Lax"));
        var about = office.get("/about");
        assertThat(about.body()).contains("li.admin").contains("action=\"/logout\"");
        assertThat(about.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(office.get("/api/units").statusCode()).isEqualTo(200);
        assertThat(office.get("/actuator/sbom").statusCode()).isEqualTo(200);
        only_pages_are_handed_out(office);
        var forged = office.post("/api/accounts", ACCOUNT);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF_TOKEN_MISSING");
    }

    private static final String ACCOUNT = """
            {"id": "wang.officer", "name": "某专员", "password": "long enough for an officer",
             "unit": "u-petition-bureau", "roles": ["PETITION_OFFICER"]}
            """;

    private static void administrators_create_accounts(Running office) {
        assertThat(asBrowser(office, "/api/accounts", ACCOUNT.replace("PETITION_OFFICER", "EMPEROR"))
                        .body())
                .contains("UNKNOWN_CONSTANT");
        var created = asBrowser(office, "/api/accounts", ACCOUNT);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).doesNotContain("long enough").doesNotContain("pbkdf2");
        assertThat(asBrowser(office, "/api/accounts", ACCOUNT).body()).contains("ACCOUNT_EXISTS");
        office.submit("/about", "/logout");
        assertThat(office.get("/api/units").statusCode()).isEqualTo(401);
    }

    private static String a_person_issues_a_token(Running office) {
        office.submit("/login", "/login", "id", "wang.officer", "password", "long enough for an officer");
        assertThat(office.get("/api/units").body())
                .as("an administrator knows the password")
                .contains("PASSWORD_DUE");
        assertThat(asBrowser(
                                office,
                                "/api/me/password",
                                "{\"present\":\"long enough for an officer\",\"password\":\"木瓜坳 nine lanterns 82"
                                        + " 七里坪 seven kettles and a rope of kelp beside them 41\"}")
                        .statusCode())
                .as("long passwords are welcome")
                .isEqualTo(200);
        assertThat(asBrowser(office, "/api/accounts", ACCOUNT).body()).contains("ROLE_MAY_NOT");
        var issued = asBrowser(office, "/api/tokens", "{\"name\":\"打印机\",\"days\":30}");
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var token = issued.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        office.submit("/about", "/logout");
        assertThat(office.get("/api/units", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(office.get("/actuator/sbom", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("what the product consists of is for administrators")
                .isEqualTo(403);
        assertThat(office.post("/api/tokens", "{\"name\":\"x\",\"days\":30}", "Authorization", "Bearer " + token)
                        .body())
                .contains("TOKENS_NEED_A_PERSON");
        return token;
    }

    private static java.net.http.HttpResponse<String> asBrowser(Running office, String path, String json) {
        office.get("/");
        return office.post(path, json, "X-XSRF-TOKEN", office.cookie("XSRF-TOKEN"));
    }

    private static void load(Running office, ReferenceKind kind, String table) throws IOException {
        try (var file = new ClassPathResource("demo/" + table + ".csv").getInputStream()) {
            office.bean(ReferenceLoading.class).load(kind, file, null);
        }
    }
}
