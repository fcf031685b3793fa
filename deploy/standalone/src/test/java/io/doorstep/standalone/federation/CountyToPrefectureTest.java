package io.doorstep.standalone.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.command.duties.DeadlineRound;
import io.doorstep.command.reminders.ReminderRound;
import io.doorstep.federation.upper.Standing;
import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.password.Passwords;
import io.doorstep.standalone.Running;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 县里办，市里看。 A county works; the level above has the same lists and figures of what is shared, and can do nothing but read. */
class CountyToPrefectureTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORDS = "雨水流入院内三年无人管";
    private static final String NAME = "钟离雨桐";

    @TempDir
    Path folder;

    static Stream<List<String>> databases() {
        return Stream.of(
                List.of(Databases.h2Url(), Databases.h2Url()),
                List.of(Databases.postgresUrl(), Databases.postgresUrl()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_level_above_sees_what_is_shared_and_nothing_else(List<String> urls) {
        try (var county = office("county", urls.get(0), "--doorstep.proof.every=PT0.1S")) {
            var shared = List.of(reported(county, "DISPUTE", "邻里排水"), reported(county, "PETITION", "补偿款"));
            var sealed = reported(county, "ACCUSATION", "举报某干部");
            for (var caseId : shared) {
                done(
                        county,
                        "dispatcher",
                        caseId + "/assignments",
                        "{\"unit\": \"u-natural-resources\", \"officer\": \"handler\"}");
                done(county, "handler", caseId + "/signature", "{}");
            }
            done(county, "handler", shared.get(0) + "/acceptance", "{}");
            var token = token(county);
            refusesWhoIsNotTheUpperLevel(county);
            try (var prefecture = prefecture(county, urls.get(1), token)) {
                caughtUp(county, prefecture);
                sameLists(county, prefecture);
                var standing = prefecture.bean(Standing.class).counties().get(0);
                assertThat(standing.withheld()).isEqualTo(1);
                assertThat(asked(prefecture, "supervisor", "/api/cases/" + sealed)
                                .statusCode())
                        .isEqualTo(404);
                noWordArrives(prefecture, sealed);
                nothingCanBeDone(prefecture, shared.get(1));
                pagesSayHowFreshItIs(prefecture);
                nobodyIsReminded(prefecture);

                // and on it goes: also with what turns out to be none of the level above's business
                done(county, "handler", shared.get(0) + "/notes", "{\"text\": \"" + WORDS + "\"}");
                done(
                        county,
                        "officer",
                        shared.get(1) + "/corrections",
                        "{\"changes\": {\"kind\": \"ACCUSATION\"}, \"reason\": \"定性有误\"}");
                caughtUp(county, prefecture);
                sameLists(county, prefecture);
                assertThat(asked(prefecture, "supervisor", "/api/cases/" + shared.get(0))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(asked(prefecture, "supervisor", "/api/cases/" + shared.get(1))
                                .statusCode())
                        .isEqualTo(404);
                assertThat(asked(prefecture, "supervisor", "/api/lists/problems")
                                .body())
                        .doesNotContain(shared.get(1));
            }
            assertThatThrownBy(() -> office("prefecture", urls.get(1)).close())
                    .as("copies are never worked on, whatever becomes of the settings")
                    .rootCause()
                    .hasMessageContaining("doorstep.federation.sources");
        }
    }

    private Running office(String name, String url, String... more) {
        var h2 = url.startsWith("jdbc:h2");
        var all = new ArrayList<>(List.of(
                "--doorstep.data=" + folder.resolve(name + url.hashCode()),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + (h2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (h2 ? "" : "postgres"),
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--doorstep.limits.share=0"));
        all.addAll(List.of(more));
        return Running.with(all.toArray(String[]::new));
    }

    private Running prefecture(Running county, String url, String token) {
        var key = json(county, "supervisor", "/api/federation").get("key").stringValue();
        var anping = "--doorstep.federation.sources.anping.";
        return office(
                "prefecture",
                url,
                anping + "name=安平县",
                anping + "url=" + county.address(""),
                anping + "token=" + token,
                anping + "key=" + key,
                anping + "place=430525",
                "--doorstep.federation.every=PT0.2S",
                "--doorstep.federation.most=2",
                "--doorstep.deadlines.first-after=PT0.1S",
                "--doorstep.deadlines.every=PT0.1S");
    }

    private static String token(Running county) {
        county.bean(Accounts.class)
                .add(
                        new Account("prefecture", "市级平台", null, null, Set.of(Role.UPPER_LEVEL), true, null, null),
                        "doorstep-demo",
                        Passwords.quick());
        var issued = county.post(
                "/api/tokens",
                "{\"name\": \"联通\", \"days\": 30, \"scopes\": [\"READ\"]}",
                "Authorization",
                Running.basic("prefecture", "doorstep-demo"));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var token = JSON.readTree(issued.body()).get("token").stringValue();
        for (var closed : List.of("/api/lists/problems", "/api/feed", "/api/proof", "/api/statistics/resolution")) {
            assertThat(county.get(closed, "Authorization", "Bearer " + token).statusCode())
                    .as("the level above has no reach here: %s", closed)
                    .isEqualTo(403);
        }
        return token;
    }

    private static void refusesWhoIsNotTheUpperLevel(Running county) {
        for (var somebody : List.of("supervisor", "admin", "officer", "auditor")) {
            assertThat(asked(county, somebody, "/api/federation/facts").statusCode())
                    .isEqualTo(403);
        }
        for (var wrong : List.of("from=-1", "from=x", "most=0", "most=1001", "after=1")) {
            assertThat(asked(county, "prefecture", "/api/federation/facts?" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static void caughtUp(Running county, Running prefecture) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var facts = count(county, "aggregate_event_entry");
            assertThat(count(county, "reading_a.fact")).isEqualTo(facts);
            var there = prefecture.bean(Standing.class).counties().get(0);
            assertThat(there.stop()).isNull();
            assertThat(there.failure()).isNull();
            assertThat(there.facts()).isEqualTo(facts);
            assertThat(there.asOf()).isNotNull();
            assertThat(count(prefecture, "reading_a.fact")).isEqualTo(count(prefecture, "aggregate_event_entry"));
        });
    }

    private static void sameLists(Running county, Running prefecture) {
        for (var kind : List.of("DISPUTE", "PETITION")) {
            for (var list : List.of("problems", "assignments", "closeouts")) {
                var path = "/api/lists/" + list + "?kind=" + kind;
                assertThat(json(prefecture, "supervisor", path).get("items"))
                        .as(path)
                        .isEqualTo(json(county, "supervisor", path).get("items"));
            }
            var figures = "/api/statistics/resolution?from=2020-01-01&to=2099-01-01&kind=" + kind;
            assertThat(json(prefecture, "supervisor", figures).get("total"))
                    .as(figures)
                    .isEqualTo(json(county, "supervisor", figures).get("total"));
        }
        assertThat(json(prefecture, "supervisor", "/api/lists/problems?kind=DISPUTE")
                        .get("items"))
                .isNotEmpty();
    }

    /** Nor does any key, or the id of a case that is kept back. */
    private static void noWordArrives(Running prefecture, String sealed) {
        var everything = new ArrayList<String>();
        prefecture
                .bean(JdbcClient.class)
                .sql("select payload, metadata, aggregate_identifier from aggregate_event_entry")
                .query(row -> {
                    everything.add(new String(row.getBytes(1), StandardCharsets.UTF_8));
                    everything.add(new String(row.getBytes(2), StandardCharsets.UTF_8));
                    everything.add(row.getString(3));
                });
        assertThat(everything)
                .isNotEmpty()
                .noneMatch(text -> text.contains(WORDS)
                        || text.contains(NAME)
                        || text.contains("13812345678")
                        || text.contains(sealed));
        var keys = prefecture
                .bean(JdbcClient.class)
                .sql("select key_id from vault.subject_key")
                .query(String.class)
                .list();
        assertThat(everything).noneMatch(text -> keys.stream().anyMatch(key -> text.contains("\"k\":\"" + key)));
        var body = asked(prefecture, "supervisor", "/api/lists/problems").body();
        assertThat(body).doesNotContain(NAME, WORDS);
        var caseId = json(prefecture, "supervisor", "/api/lists/problems?kind=DISPUTE")
                .at("/items/0/caseId")
                .stringValue();
        var page = asked(prefecture, "supervisor", "/cases/" + caseId).body();
        assertThat(page).contains("[留在县里]").doesNotContain("[已删除]");
        assertThat(count(prefecture, "access_log")).as("nothing was opened").isZero();
    }

    private static void nothingCanBeDone(Running prefecture, String caseId) {
        var facts = count(prefecture, "aggregate_event_entry");
        for (var path : List.of("/api/cases", "/api/cases/" + caseId + "/notes", "/api/weeks/2026-11/draft")) {
            var answer = prefecture.post(path, "{}", "Authorization", Running.basic("officer", "doorstep-demo"));
            assertThat(answer.statusCode()).as(path).isEqualTo(409);
            assertThat(answer.body()).contains("READ_ONLY_UPPER_LEVEL", "只读抄本");
        }
        var token = prefecture.post(
                "/api/tokens",
                "{\"name\": \"本级的\", \"days\": 1}",
                "Authorization",
                Running.basic("officer", "doorstep-demo"));
        assertThat(token.statusCode()).as("its own matters go on").isEqualTo(201);
        assertThat(count(prefecture, "aggregate_event_entry")).isEqualTo(facts);
    }

    private static void pagesSayHowFreshItIs(Running prefecture) {
        var page = asked(prefecture, "officer", "/lists/problems").body();
        assertThat(page).contains("1 个县区的只读抄本", "安平县 截至", "未共享 1 条").doesNotContain("href=\"/cases/new\"");
        assertThat(asked(prefecture, "officer", "/federation").body()).contains("安平县 430525", "正常");
    }

    private static void nobodyIsReminded(Running prefecture) {
        for (var round : List.of(DeadlineRound.class, ReminderRound.class)) {
            assertThatThrownBy(() -> prefecture.bean(round)).isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    private static String reported(Running county, String kind, String title) {
        var categories = json(county, "officer", "/api/categories").get("items");
        var answer = county.post(
                "/api/cases",
                """
                {"kind": "%s", "channel": "VISIT", "category": "%s", "place": "430525001001", "title": "%s",
                 "statement": "%s", "petitioners": [{"name": "%s", "phone": "13812345678"}]}
                """.formatted(
                        kind, categories.get(categories.size() - 1).get("code").stringValue(), title, WORDS, NAME),
                "Authorization",
                Running.basic("officer", "doorstep-demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("caseId").stringValue();
    }

    private static void done(Running office, String who, String what, String json) {
        var answer = office.post("/api/cases/" + what, json, "Authorization", Running.basic(who, "doorstep-demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static java.net.http.HttpResponse<String> asked(Running office, String who, String path) {
        return office.get(path, "Authorization", Running.basic(who, "doorstep-demo"));
    }

    private static JsonNode json(Running office, String who, String path) {
        var answer = asked(office, who, path);
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static long count(Running office, String table) {
        return office.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
