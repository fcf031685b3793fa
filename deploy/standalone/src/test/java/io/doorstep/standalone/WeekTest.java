package io.doorstep.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.weeks.Planned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 一个无会周。 A week from its dates to its ledger, over HTTP, as the office does it. */
class WeekTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WEEK = "/api/weeks/2026-11";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path data;

    @RegisterExtension
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-16T01:00:00Z"));

    @Test
    void a_week_is_proclaimed_planned_moved_published_visited_and_closed() {
        try (var office = Running.by(
                clock, "--spring.profiles.active=demo", "--doorstep.demo.year=false", "--doorstep.data=" + data)) {
            var first = reported(office, "430525001001", "门前水渠坏了");
            var second = reported(office, "430525001002", "路灯不亮");
            var kept = reported(office, "430525001001", "与走访干部有亲属关系的一件");
            ok(post(office, "dispatcher", "/api/cases/" + kept + "/recusals", "{'officer': 'cadre', 'reason': '亲属'}"));

            assertThat(post(office, "dispatcher", WEEK + "/draft", "{}").code()).isEqualTo("WEEK_NOT_PROCLAIMED");
            assertThat(post(office, "cadre", WEEK + "/proclamation", "{}").status())
                    .isEqualTo(403);
            assertThat(post(office, "dispatcher", WEEK + "/proclamation", "{'monday': '2026-11-16'}")
                            .status())
                    .as("another week needs a reason")
                    .isEqualTo(400);
            ok(post(office, "dispatcher", WEEK + "/proclamation", "{}"));
            assertThat(ok(post(office, "dispatcher", WEEK + "/draft", "{}"))
                            .get("version")
                            .intValue())
                    .isEqualTo(1);
            var board = ok(get(office, "dispatcher", WEEK));
            assertThat(board.get("days").get(0).stringValue()).isEqualTo(MONDAY.toString());
            assertThat(leaderOf(board, kept)).isNotEqualTo("cadre");
            assertThat(board.get("figures").get("reached").intValue()).isEqualTo(3);

            var pin = "{'version': %d, 'action': 'PIN', 'caseId': '%s', 'leader': '%s', 'day': '2026-11-24'%s}";
            assertThat(change(office, pin.formatted(1, kept, "cadre", "")).code())
                    .isEqualTo("PIN_NOT_ALLOWED");
            assertThat(change(office, pin.formatted(1, first, "h-gaosha", "")).status())
                    .as("not his township, and no reason")
                    .isEqualTo(400);
            ok(change(office, pin.formatted(1, first, "cadre", "")));
            assertThat(change(office, pin.formatted(1, second, "cadre", "")).status())
                    .as("somebody changed the draft meanwhile")
                    .isEqualTo(412);
            ok(change(office, pin.formatted(2, second, "h-gaosha", ", 'reason': '熟悉情况'")));
            ok(post(office, "dispatcher", WEEK + "/draft", "{'version': 3}"));
            var again = ok(get(office, "dispatcher", WEEK));
            assertThat(leaderOf(again, first)).isEqualTo("cadre");
            assertThat(leaderOf(again, second)).as("pins are kept").isEqualTo("h-gaosha");
            assertThat(get(office, "supervisor", WEEK).body().toString())
                    .as("a draft is nobody else’s")
                    .doesNotContain(first);

            ok(post(office, "dispatcher", WEEK + "/publication", "{'version': 4}"));
            assertThat(get(office, "supervisor", WEEK).body().toString()).contains(first, second, kept);
            assertThat(office.bean(Planned.class).casesOf("cadre", MONDAY)).contains(first);
            var sheet = ok(get(office, "cadre", WEEK + "/sheet"));
            assertThat(sheet.toString()).contains(first).doesNotContain(kept);
            assertThat(get(office, "cadre", WEEK + "/sheet?leader=h-gaosha").status())
                    .isEqualTo(403);
            for (var page : new String[] {"", "?show=plan", "/candidates", "/ledger", "/sheet?leader=cadre"}) {
                var html = office.get(
                        "/weeks/2026-11" + page,
                        "Authorization",
                        Running.basic("dispatcher", "doorstep-demo"),
                        "Accept",
                        "text/html");
                assertThat(html.statusCode()).as(page).isEqualTo(200);
            }

            clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
            ok(
                    post(
                            office,
                            "cadre",
                            "/api/cases/" + first + "/visits",
                            "{'type': 'DOWN_VISIT', 'place': '430525001001', 'startedAt': '2026-11-24T09:30:00+08:00',"
                                    + " 'findings': '看过', 'outcome': 'COMMITMENT', 'commitmentBy': '2026-12-10', 'stance': 'UNDECIDED'}"));
            var stop = stopOf(ok(get(office, "supervisor", WEEK)), second);
            ok(post(office, "dispatcher", WEEK + "/stops/" + stop + "/miss", "{'reason': 'WEATHER_OR_ROAD'}"));
            assertThat(post(office, "dispatcher", WEEK + "/closing", "{}").code())
                    .isEqualTo("WEEK_NOT_OVER");
            clock.moveTo(Instant.parse("2026-11-27T09:00:00Z"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ok(get(office, "supervisor", WEEK + "/ledger"))
                                    .get("figures")
                                    .toString())
                            .isEqualTo("{\"planned\":3,\"visited\":1,\"resolved\":0,\"commitments\":1,\"missed\":1}"));
            ok(post(office, "dispatcher", WEEK + "/closing", "{}"));
            assertThat(post(office, "dispatcher", WEEK + "/closing", "{}").code())
                    .isEqualTo("WEEK_IS_CLOSED");
        }
    }

    private record Answer(int status, JsonNode body) {

        String code() {
            var code = body.get("code");
            return code == null ? "" : code.stringValue();
        }
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.body();
    }

    private static Answer change(Running office, String body) {
        return post(office, "dispatcher", WEEK + "/draft/changes", body);
    }

    private static String reported(Running office, String place, String title) {
        var receipt = ok(post(
                office,
                "officer",
                "/api/cases",
                "{'kind': 'PETITION', 'channel': 'VISIT', 'category': '020201', 'place': '" + place + "', 'title': '"
                        + title + "', 'petitioners': [{'name': '某某'}]}"));
        var id = receipt.get("caseId").stringValue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(office, "officer", "/api/cases/" + id).status() == 200);
        return id;
    }

    private static Answer post(Running office, String who, String path, String body) {
        var answer = office.post(
                path,
                body.replace('\'', '"'),
                "Authorization",
                Running.basic(who, "doorstep-demo"),
                "Accept",
                "application/json");
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private static Answer get(Running office, String who, String path) {
        var answer =
                office.get(path, "Authorization", Running.basic(who, "doorstep-demo"), "Accept", "application/json");
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private static String leaderOf(JsonNode board, String caseId) {
        return found(board, caseId, true);
    }

    private static String stopOf(JsonNode board, String caseId) {
        return found(board, caseId, false);
    }

    private static String found(JsonNode board, String caseId, boolean leader) {
        for (var lane : board.get("lanes")) {
            for (var cell : lane.get("cells")) {
                for (var card : cell.get("cards")) {
                    if (card.get("caseId").stringValue().equals(caseId)) {
                        return (leader ? lane.get("leader") : card.get("stopId")).stringValue();
                    }
                }
            }
        }
        return "";
    }
}
