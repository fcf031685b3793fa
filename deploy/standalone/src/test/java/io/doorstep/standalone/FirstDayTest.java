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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

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

        try (var again = Running.with("--doorstep.data=" + data)) {
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
        assertThat(start.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
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
        assertThat(office.submit("/login", "/login", "id", "li.admin", "password", "not it at all")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?wrong"));
        var signedIn = office.submit("/login", "/login", "id", "li.admin", "password", PASSWORD);
        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).doesNotContain("login"));
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("doorstep-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(office.get("/about").body()).contains("li.admin");
        assertThat(office.get("/api/units").statusCode()).isEqualTo(200);
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
                                "{\"present\":\"long enough for an officer\",\"password\":\"木瓜坳 nine lanterns 82\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(asBrowser(office, "/api/accounts", ACCOUNT).body()).contains("ROLE_MAY_NOT");
        var issued = asBrowser(office, "/api/tokens", "{\"name\":\"打印机\",\"days\":30}");
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var token = issued.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        office.submit("/about", "/logout");
        assertThat(office.get("/api/units", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
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
