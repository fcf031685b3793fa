package io.doorstep.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.command.reminders.Delivery;
import io.doorstep.command.reminders.ReminderRound;
import io.doorstep.query.editions.Editions;
import io.doorstep.reminders.MailAddresses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 清单重建中。 While not all facts are read, no reminder is passed over, and none is dropped as done. */
class ListsBuiltAnewTest {

    private static final Instant FRIDAY = Instant.parse("2026-06-26T02:00:00Z");
    private static final Instant OVERDUE = Instant.parse("2026-07-14T02:00:00Z");

    @RegisterExtension
    final MovedClock clock = new MovedClock(FRIDAY);

    @Test
    void reminders_wait_until_all_facts_are_read(@TempDir Path data) {
        try (var office = Running.by(
                clock,
                "--doorstep.data=" + data,
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--doorstep.deadlines.first-after=P1D",
                "--doorstep.reminders.first-after=P1D",
                "--doorstep.reminders.send-first-after=P1D",
                // nobody listens there
                "--spring.mail.host=localhost",
                "--spring.mail.port=9",
                "--doorstep.reminders.mail.from=doorstep@county.example")) {
            var jdbc = office.bean(JdbcClient.class);
            var editions = office.bean(Editions.class);
            await().atMost(Duration.ofSeconds(60)).until(editions::isComplete);
            office.bean(MailAddresses.class).set("officer", "officer@county.example");
            reported(office);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jdbc.sql("select count(*) from reading_a.duty")
                                    .query(Long.class)
                                    .single()
                            > 0);
            var round = office.bean(ReminderRound.class);
            assertThat(round.walk()).isZero();

            office.bean("editionKeeper", SmartLifecycle.class).stop();
            clock.moveTo(OVERDUE);
            state(jdbc, editions, "BUILDING");
            var before = doneThrough(jdbc);
            assertThat(round.walk()).isZero();
            assertThat(doneThrough(jdbc)).as("no day counts as done").isEqualTo(before);

            state(jdbc, editions, "COMPLETE");
            assertThat(round.walk()).isPositive();
            var waiting = messages(jdbc, "WAITING");
            assertThat(waiting).isPositive();

            state(jdbc, editions, "BUILDING");
            jdbc.sql("delete from reading_a.duty").update();
            assertThat(office.bean(Delivery.class).send()).isZero();
            assertThat(messages(jdbc, "DROPPED")).isZero();
            assertThat(messages(jdbc, "WAITING")).isEqualTo(waiting);
        }
    }

    private static void state(JdbcClient jdbc, Editions editions, String state) {
        jdbc.sql("update reading_edition set state = ? where edition = 'A'")
                .param(state)
                .update();
        editions.look();
    }

    private static List<String> doneThrough(JdbcClient jdbc) {
        return jdbc.sql("select cast(done_through as varchar) from reminder_round")
                .query(String.class)
                .list();
    }

    private static long messages(JdbcClient jdbc, String state) {
        return jdbc.sql("select count(*) from reminder_message where carrier = 'MAIL' and state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    private static void reported(Running office) {
        var answer = office.post("/api/cases", """
                {"kind": "PETITION", "channel": "VISIT", "category": "020201", "place": "430525001001", "title": "补偿款没有发",
                 "petitioners": [{"name": "某某"}]}
                """, "Authorization", Running.basic("officer", "doorstep-demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
