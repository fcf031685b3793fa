package io.doorstep.query.map;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 计局面。 Counts what the wall shows of the cases that its reader may see. */
@Component
final class Standings {

    private static final int LONGEST = 10;
    private static final int SOON_DAYS = 7;
    private static final String RESOLVED = "s.is_open = true and s.resolved_at is not null and ";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Deadlines deadlines;
    private final ZoneId zone;

    Standings(JdbcClient jdbc, CaseStates states, Deadlines deadlines, ZoneId officeZone) {
        this.jdbc = jdbc;
        this.states = states;
        this.deadlines = deadlines;
        this.zone = officeZone;
    }

    Standing at(Actor viewer, Moment moment) {
        var today = deadlines.day(moment.now());
        var month = today.withDayOfMonth(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
        var light = moment.light();
        var rows = states.seenBy(viewer, moment, CaseFilter.ALL)
                .and(new Fragment("1 = 1", light.parameters()))
                .and(Fragment.of("1 = 1", "month", month))
                .and(Fragment.of("1 = 1", "today", today))
                .and(Fragment.of("1 = 1", "soon", today.plusDays(SOON_DAYS)));
        var longest = longest(viewer, moment, today);
        return jdbc.sql("select "
                        + String.join(
                                ", ",
                                count("s.is_open = true", "open_cases"),
                                count("s.is_open = true and " + light.sql() + " = 'BLACK'", "overdue_cases"),
                                count("s.is_open = true and s.due between :today and :soon", "due_soon"),
                                count(RESOLVED + "s.awaits_revisit = true", "revisits"),
                                count(RESOLVED + "s.awaits_revisit = false", "close_outs"),
                                count(
                                        "s.result = 'SETTLED' and s.exit_kind is null and s.resolved_at >= :month",
                                        "settled"))
                        + " " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> new Standing(
                        row.getLong("open_cases"),
                        row.getLong("overdue_cases"),
                        row.getLong("due_soon"),
                        row.getLong("revisits"),
                        row.getLong("close_outs"),
                        row.getLong("settled"),
                        longest))
                .single();
    }

    /** Accusations are counted and never listed: the wall hangs where those who are accused pass. */
    private List<Standing.Overdue> longest(Actor viewer, Moment moment, LocalDate today) {
        var light = moment.light();
        var rows = states.seenBy(viewer, moment, CaseFilter.ALL)
                .and(new Fragment(
                        "s.is_open = true and s.kind <> 'ACCUSATION' and " + light.sql() + " = 'BLACK'",
                        light.parameters()));
        return jdbc.sql("select s.case_id, s.number, s.place, s.unit, s.due " + rows.sql()
                        + " order by s.due, s.number fetch first " + LONGEST + " rows only")
                .params(rows.parameters())
                .query((row, n) -> overdue(new Row(row, today)))
                .list();
    }

    private static Standing.Overdue overdue(Row row) throws SQLException {
        return new Standing.Overdue(
                row.text("case_id"),
                row.text("number"),
                row.text("place"),
                row.maybe("unit"),
                Objects.requireNonNull(row.day("due")),
                -Objects.requireNonNull(row.daysLeft("due")));
    }

    private static String count(String condition, String name) {
        return "coalesce(sum(case when " + condition + " then 1 else 0 end), 0) as " + name;
    }
}
