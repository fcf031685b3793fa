package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import java.time.LocalDate;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 提醒页与发件箱。 */
class ReminderPagesTest {

    private static final Actor HANDLER = Actor.of("wang", "u-land", Role.HANDLER);

    private final Office office = new Office(Databases.h2());
    private final SetClock clock = new SetClock(day(20));
    private final Outbox outbox = new Outbox(office.reading().jdbc(), clock);

    @BeforeEach
    void told_of_two_cases() {
        var mine = new Life("mine");
        var others = new Life("others");
        office.at(day(20))
                .read(mine.on(0, mine.reported(0))
                        .on(1, mine.assigned(1, "u-land"))
                        .on(2, mine.signed(2, "u-land")))
                .read(others.on(0, others.reported(0)).on(1, others.assigned(1, "u-town")));
        told("r-mine", "mine");
        told("r-others", "others");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void who_was_told_sees_it_as_long_as_he_may_know_of_the_case() {
        var page = Jsoup.parse(Office.body(office.as(HANDLER).browse(Locale.SIMPLIFIED_CHINESE, "/reminders")));
        assertThat(page.select("tr.line").eachAttr("data-href")).containsExactly("/cases/mine");
        assertThat(page.select("nav .unread").text()).as("as it was told").isEqualTo("2");
        assertThat(page.select("tr.line").text()).contains("催办", "告知期限", "过期 5 天");

        office.as(Actor.of("zhao", "u-land", Role.HANDLER));
        assertThat(office.json("/api/reminders").get("items")).isEmpty();
    }

    @Test
    void what_was_read_is_not_among_the_unread() {
        new ReminderBook(office.reading().jdbc(), clock).read(HANDLER.id(), "r-mine");
        office.as(HANDLER);
        assertThat(office.json("/api/reminders?unread=true").get("items")).isEmpty();
        assertThat(office.json("/api/reminders").at("/items/0/read").booleanValue())
                .isTrue();
        assertThat(office.ask("/api/reminders?unread=perhaps").getStatus()).isEqualTo(400);
    }

    @Test
    void an_administrator_sees_what_could_not_be_sent_and_no_case() {
        outbox.add("r-mine", Carrier.MAIL, HANDLER.id());
        outbox.parked(outbox.take(Carrier.MAIL, HANDLER.id()), "UNCERTAIN");

        office.as(Actor.of("admin", null, Role.ADMINISTRATOR));
        var answer = office.json("/api/outbox");
        assertThat(answer.at("/counts/MAIL/PARKED").intValue()).isOne();
        assertThat(answer.at("/parked/0/recipient").stringValue()).isEqualTo(HANDLER.id());
        assertThat(answer.toString()).doesNotContain("\"mine\"", "NOTICE");
        assertThat(Office.body(office.browse(Locale.SIMPLIFIED_CHINESE, "/outbox")))
                .contains("不知是否已发出", "再发", "作罢");

        assertThat(office.as(HANDLER).ask("/api/outbox").getStatus()).isEqualTo(403);
        assertThat(office.browse(Locale.ENGLISH, "/outbox").getStatus()).isEqualTo(403);
    }

    private void told(String id, String caseId) {
        new ReminderBook(office.reading().jdbc(), clock)
                .add(
                        new Reminder(
                                id,
                                caseId,
                                "430525-1",
                                "NOTICE",
                                1,
                                LocalDate.of(2026, 3, 17),
                                1,
                                "URGE",
                                "national-1",
                                clock.instant()),
                        false);
        outbox.add(id, Carrier.PAGE, HANDLER.id());
    }
}
