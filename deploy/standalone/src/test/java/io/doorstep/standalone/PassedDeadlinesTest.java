package io.doorstep.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.command.duties.DeadlineRound;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 期限已过。 Two nodes on one PostgreSQL, by a clock that the test moves. */
class PassedDeadlinesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A Friday morning in Hunan, with neither a holiday nor a make-up day in the weeks after it. */
    private static final Instant FRIDAY = Instant.parse("2026-06-26T02:00:00Z");

    @RegisterExtension
    final MovedClock clock = new MovedClock(FRIDAY);

    @Test
    void a_last_day_that_ends_is_on_record_once_whoever_looks_and_however_late(
            @TempDir Path first, @TempDir Path second) throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            String[] database = {
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false"
            };
            try (var one = Running.by(clock, with(database, "--doorstep.data=" + first))) {
                Files.copy(first.resolve("master.key"), second.resolve("master.key"));
                var id = reported(one);
                var other = reported(one);
                assign(one, other);
                // 15 days from Friday the 26th: Saturday, so Monday the 13th is the last day, and not over while it
                // lasts
                clock.moveTo(Instant.parse("2026-07-13T15:59:59Z"));
                walk(one);
                assertThat(passed(one, id)).isEmpty();

                clock.moveTo(Instant.parse("2026-07-20T02:00:00Z"));
                try (var two = Running.by(clock, with(database, "--doorstep.data=" + second))) {
                    await().atMost(Duration.ofSeconds(60)).until(() -> {
                        CompletableFuture.allOf(
                                        CompletableFuture.runAsync(() -> walk(one)),
                                        CompletableFuture.runAsync(() -> walk(two)))
                                .join();
                        return !passed(two, id).isEmpty();
                    });
                    for (var round = 0; round < 5; round++) {
                        walk(one);
                        walk(two);
                    }
                    var marks = passed(one, id);
                    assertThat(marks).hasSize(1);
                    assertThat(Instant.parse(marks.get(0).get("occurredAt").stringValue()))
                            .as("24:00 of the last day, not when somebody looked")
                            .isEqualTo(Instant.parse("2026-07-13T16:00:00Z"));
                    assertThat(passed(two, other)).as("it was assigned in time").isEmpty();
                    due(two, id);
                }
            }
        }
    }

    private static void due(Running office, String id) {
        var answer =
                JSON.readTree(office.get("/api/due-work?whose=mine&span=overdue", "Authorization", basic("officer"))
                        .body());
        assertThat(answer.get("items")).hasSize(1);
        assertThat(answer.at("/items/0/caseId").stringValue()).isEqualTo(id);
        assertThat(answer.at("/items/0/clock").stringValue()).isEqualTo("TRANSFER");
        assertThat(answer.at("/items/0/daysLeft").intValue()).isEqualTo(-7);
        assertThat(answer.at("/counts/overdue").intValue()).isEqualTo(1);
        var page = office.get(
                "/due", "Authorization", basic("officer"), "Accept", "text/html", "Accept-Language", "zh-CN");
        assertThat(page.body()).contains("已过期", "过期 7 天", "交办或受理");
        var handlers = JSON.readTree(
                office.get("/api/due-work", "Authorization", basic("handler")).body());
        assertThat(handlers.get("items")).as("the unit has not signed yet").isEmpty();
    }

    private static void walk(Running office) {
        office.bean(DeadlineRound.class).walk();
    }

    private static String reported(Running office) {
        var answer = office.post("/api/cases", """
                {"kind": "PETITION", "channel": "VISIT", "category": "020201", "place": "430525001001", "title": "补偿款没有发",
                 "petitioners": [{"name": "某某"}]}
                """, "Authorization", basic("officer"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("caseId").stringValue();
    }

    private static void assign(Running office, String id) {
        var answer = office.post(
                "/api/cases/" + id + "/assignments",
                "{\"unit\": \"u-natural-resources\"}",
                "Authorization",
                basic("dispatcher"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<JsonNode> passed(Running office, String id) {
        var history = office.get("/api/cases/" + id + "/history?version=1", "Authorization", basic("supervisor"));
        assertThat(history.statusCode()).as(history.body()).isEqualTo(200);
        return StreamSupport.stream(JSON.readTree(history.body()).get("items").spliterator(), false)
                .filter(fact -> fact.get("type").stringValue().equals("DeadlinePassed"))
                .toList();
    }

    private static String basic(String who) {
        return Running.basic(who, "doorstep-demo");
    }

    private static String[] with(String[] some, String more) {
        var all = java.util.Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }
}
