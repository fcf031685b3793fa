package io.doorstep.query.reminders;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 查我的提醒。 The latest reminders of the reader, of cases that he may still know of. */
@Component
class MyReminders {

    private static final String MESSAGES =
            "join reminder r on r.case_id = s.case_id join reminder_message m on m.reminder_id = r.id";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Deadlines deadlines;
    private final Clock clock;

    MyReminders(JdbcClient jdbc, CaseStates states, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    List<ReminderItem> of(Actor reader, boolean unreadOnly, int most) {
        var now = clock.instant();
        var asked = states.seenBy(reader, Moment.present(now), CaseFilter.ALL, MESSAGES)
                .and(new Fragment(
                        "m.carrier = 'PAGE' and m.recipient = :me and m.state in (:states)",
                        Map.of("me", reader.id(), "states", unreadOnly ? List.of("SENT") : List.of("SENT", "READ"))));
        return jdbc.sql("""
                select r.id, r.case_id, r.number, s.title, r.clock, r.last_day, r.days, r.level, r.made_at, m.state,
                       (select count(*) from duty d
                         where d.case_id = r.case_id and d.clock = r.clock and d.cycle = r.cycle
                           and d.last_day = r.last_day) as open_duties\s""" + asked.sql() + " order by r.made_at desc, r.id fetch first " + most + " rows only")
                .params(asked.parameters())
                .query((row, n) -> new ReminderItem(
                        row.getString("id"),
                        row.getString("case_id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("clock"),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("days"),
                        deadlines.daysLeft(row.getObject("last_day", LocalDate.class), now),
                        row.getString("level"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getLong("open_duties") > 0,
                        row.getString("state").equals("READ")))
                .list();
    }
}
