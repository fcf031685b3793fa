package io.doorstep.standalone.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.policy.Deadlines;
import io.doorstep.reminders.MailAddresses;
import io.doorstep.standalone.MovedClock;
import io.doorstep.standalone.acceptance.TakesMinutes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 模拟年。 A year of cases on two nodes: they are started anew time and again, are down for a week, have their reading tables
 * dropped and read again, and lose the mail server for two days. In the end every passed duty is marked once, and everybody
 * was told once of what he should have been told.
 */
class SimulatedYearTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedYearTest.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 2);
    private static final int CASES = Integer.getInteger("year.cases", 40);
    private static final int DAYS = Integer.getInteger("year.days", 100);
    private static final Map<String, String> MAIL = Map.of(
            "officer", "officer@county.example",
            "handler", "handler@county.example",
            "head", "head@county.example");

    @RegisterExtension
    final MovedClock clock = new MovedClock(at(FIRST_DAY, 0, 0));

    private final List<Life> lives = new ArrayList<>();
    private int deeds;

    @Test
    @TakesMinutes
    void every_passed_duty_is_marked_once_and_everybody_told_once(@TempDir Path first, @TempDir Path second)
            throws Exception {
        var began = System.nanoTime();
        try (var server = EmbeddedPostgres.start();
                var receivers = new Receivers();
                var county = new County(server, clock, first, second, receivers.settings())) {
            county.start();
            MAIL.forEach((account, address) -> county.bean(MailAddresses.class).set(account, address));
            var deadlines = county.bean(Deadlines.class);
            plan(deadlines);
            var ladder = deadlines.policyAt(clock.instant()).reminders().ladder();
            var tally = new Tally(deadlines, ladder);
            var seen = FIRST_DAY.minusDays(1);
            for (var n = 0; n < DAYS; n++) {
                var today = FIRST_DAY.plusDays(n);
                if (isDown(n)) {
                    if (county.stop()) {
                        forgetReadings(server);
                    }
                    continue;
                }
                if (isDown(n - 1)) {
                    clock.moveTo(at(today, 0, 5));
                    county.start();
                    county.roundWhileReading();
                }
                day(county, receivers, tally, seen, today, n);
                seen = today;
            }
            receivers.down();
            check(county, receivers, tally);
            summary(county, receivers, tally, (System.nanoTime() - began) / 1_000_000_000L);
        }
    }

    /** Down for the third week of the third month, with the reading tables gone when it comes back. */
    private static boolean isDown(int n) {
        return n >= 73 && n < 80;
    }

    private static void forgetReadings(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema reading_a cascade");
        }
    }

    private void plan(Deadlines deadlines) {
        var dice = new Random(20250102);
        for (var n = 0; n < CASES; n++) {
            lives.add(new Life(FIRST_DAY.plusDays(dice.nextInt(Math.max(1, DAYS * 3 / 4))), dice, deadlines));
        }
    }

    private void day(County county, Receivers receivers, Tally tally, LocalDate seen, LocalDate today, int n) {
        clock.moveTo(at(today, 0, 5));
        county.rounds();
        assertThat(county.deliver()).as("in quiet hours nothing leaves").isZero();
        var now = clock.instant();
        for (var life : tally.look(lives, seen, today)) {
            if (!life.supervised()) {
                tally.ordered++;
                life.ordered(today.plusDays(7), now);
            }
        }
        if (n % 60 == 59) {
            county.restart(n / 60 % 2);
        }
        clock.moveTo(at(today, 9, 0));
        work(county, today);
        if (n == 40) {
            receivers.down();
        } else if (n == 42) {
            receivers.up();
        }
        clock.moveTo(at(today, 17, 0));
        county.caughtUp();
        county.deliver();
    }

    private void work(County county, LocalDate today) {
        for (var life : lives) {
            var deed = life.over() ? null : life.on(today, clock.instant());
            if (deed != null) {
                county.send(deed, deeds++);
            }
        }
    }

    private void check(County county, Receivers receivers, Tally tally) {
        var jdbc = county.jdbc();
        var marks = new TreeMap<String, Integer>();
        jdbc.sql("""
                select payload from aggregate_event_entry where type like '%DeadlinePassed'
                """)
                .query((row, n) -> Marks.of(row.getBytes("payload")))
                .list()
                .forEach(key -> marks.merge(key, 1, Integer::sum));
        assertThat(marks).as("marks on record, each once").isEqualTo(tally.marks);

        var told = new TreeMap<String, Set<String>>();
        jdbc.sql("""
                select r.case_id, r.clock, r.cycle, r.last_day, r.days, m.recipient
                  from reminder r left join reminder_message m on m.reminder_id = r.id and m.carrier = 'PAGE'
                """).query(row -> {
            var key = row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + " " + row.getDate(4) + " "
                    + row.getInt(5);
            var who = told.computeIfAbsent(key, none -> new TreeSet<>());
            if (row.getString(6) != null) {
                who.add(row.getString(6));
            }
        });
        assertThat(told).as("who was told what").isEqualTo(tally.reminders);

        assertThat(factsOfTheClock(county, "CaseUrged")).isEqualTo(tally.urged);
        assertThat(factsOfTheClock(county, "SupervisionOrdered")).isEqualTo(tally.ordered);

        assertThat(messages(county, "MAIL", "WAITING")).as("waiting mails").isLessThanOrEqualTo(0);
        assertThat(messages(county, "MAIL", "PARKED") + messages(county, "WEBHOOK", "PARKED"))
                .isZero();
        assertThat(receivers.lines().values()).as("no line came twice").allMatch(times -> times == 1);
        assertThat((long) receivers.lines().size()).isEqualTo(messages(county, "MAIL", "SENT"));
        assertThat(receivers.badSignatures()).isEmpty();
        var called = new TreeMap<String, Integer>();
        receivers
                .calls()
                .forEach(call -> call.get("reminders")
                        .forEach(line -> called.merge(line.get("id").stringValue(), 1, Integer::sum)));
        assertThat(called.values()).as("no reminder was called twice").allMatch(times -> times == 1);
        assertThat((long) called.size()).isEqualTo(messages(county, "WEBHOOK", "SENT"));
    }

    private void summary(County county, Receivers receivers, Tally tally, long seconds) {
        var jdbc = county.jdbc();
        LOG.info(
                """

                == 模拟年 · simulated year
                {} cases on {} days, {} facts by {} commands; {} starts of a node, both down for 7 days and their tables read again
                {} duties, {} passed: {} marks, each once
                {} reminders, of which {} had been overtaken; {} told on the page
                by rule: {} urged, {} orders of supervision
                mail (server down for 2 days): {} lines in {} mails, {} dropped because it was done by then
                calls: {} reminders in {} calls, all signed
                nothing twice, nothing missing; {} s
                """,
                CASES,
                DAYS,
                jdbc.sql("select count(*) from aggregate_event_entry")
                        .query(Long.class)
                        .single(),
                deeds,
                county.starts(),
                lives.stream().mapToInt(life -> life.duties.size()).sum(),
                tally.marks.size(),
                tally.marks.size(),
                tally.reminders.size(),
                jdbc.sql("select count(*) from reminder where overtaken = true")
                        .query(Long.class)
                        .single(),
                messages(county, "PAGE", "SENT"),
                tally.urged,
                tally.ordered,
                receivers.lines().size(),
                receivers.mails(),
                messages(county, "MAIL", "DROPPED"),
                messages(county, "WEBHOOK", "SENT"),
                receivers.calls().size(),
                seconds);
    }

    private static long messages(County county, String carrier, String state) {
        return county.jdbc()
                .sql("select count(*) from reminder_message where carrier = ? and state = ?")
                .params(carrier, state)
                .query(Long.class)
                .single();
    }

    private static int factsOfTheClock(County county, String fact) {
        return county
                .jdbc()
                .sql("select metadata from aggregate_event_entry where type like ?")
                .param("%" + fact)
                .query((row, n) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                .list()
                .stream()
                .mapToInt(metadata -> metadata.contains("@clock") ? 1 : 0)
                .sum();
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }
}
