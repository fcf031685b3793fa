package io.doorstep.query.meeting;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.Row;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Channel;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 查议事会清单。 Asks what village meetings raised and what came of it. A meeting is nothing but a village and a day
 * (docs/decisions/0029): a correction of either moves a matter to where it belongs.
 */
@Component
class Meetings {

    /** Most matters that the list of meetings looks back on, and that one meeting shows. */
    static final int MOST = 2000;

    private static final int LENGTH_OF_A_VILLAGE = 12;

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final ZoneId zone;

    Meetings(JdbcClient jdbc, CaseStates states, ReferenceData reference, Deadlines deadlines, ZoneId officeZone) {
        this.jdbc = jdbc;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
        this.zone = officeZone;
    }

    private record Key(String place, LocalDate day) {}

    /** The meetings, latest first. */
    List<Meeting> all(Actor viewer, Moment moment) {
        var names = new Names(reference, deadlines.day(moment.now()));
        return matters(viewer, moment, null, null, null).stream()
                .collect(Collectors.groupingBy(
                        one -> new Key(village(one.place()), deadlines.day(one.reportedAt())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> Meeting.of(
                        one.getKey().place(),
                        names.place(one.getKey().place()),
                        one.getKey().day(),
                        one.getValue()))
                .toList();
    }

    /** What the meeting of a village on a day raised, in the order of its entry. */
    List<RaisedMatter> of(Actor viewer, Moment moment, String place, LocalDate day) {
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return matters(viewer, moment, place, from, to);
    }

    private List<RaisedMatter> matters(
            Actor viewer, Moment moment, @Nullable String place, @Nullable Instant from, @Nullable Instant to) {
        var filter = new CaseFilter(
                place,
                null,
                null,
                List.of(),
                null,
                List.of(Channel.VILLAGE_MEETING.name()),
                List.of(),
                List.of(),
                null,
                from,
                to);
        var rows = states.seenBy(viewer, moment, filter)
                .and(filter.within("s.reported_at"))
                .and(new Fragment("(s.exit_kind is null or s.exit_kind <> 'VOIDED')", Map.of()));
        var day = deadlines.day(moment.now());
        var names = new Names(reference, day);
        return jdbc.sql("""
                select s.case_id, s.number, s.title, s.category, s.place, s.reported_at, s.status, s.unit, s.officer,
                       s.report_back_by, s.due, s.resolved_at, s.closed_out_at, s.exit_kind\s""" + rows.sql()
                        + (from == null ? " order by s.reported_at desc, s.number" : " order by s.number")
                        + " fetch first " + MOST + " rows only")
                .params(rows.parameters())
                .query((row, n) -> matter(new Row(row, day), names, moment.now()))
                .list();
    }

    private RaisedMatter matter(Row row, Names names, Instant now) throws SQLException {
        var reportBack = row.day("report_back_by");
        return new RaisedMatter(
                row.text("case_id"),
                row.text("number"),
                row.text("title"),
                row.text("category"),
                names.category(row.text("category")),
                row.text("place"),
                row.moment("reported_at"),
                row.text("status"),
                row.maybe("unit"),
                names.unit(row.maybe("unit")),
                row.maybe("officer"),
                names.officer(row.maybe("officer")),
                reportBack == null ? row.day("due") : reportBack,
                row.maybeMoment("resolved_at"),
                state(row, now).name());
    }

    private MatterState state(Row row, Instant now) throws SQLException {
        if (row.maybe("exit_kind") != null) {
            return MatterState.GONE;
        }
        if (row.maybeMoment("resolved_at") != null || row.maybeMoment("closed_out_at") != null) {
            return MatterState.DONE;
        }
        var due = row.day("due");
        return due != null && deadlines.overdue(due, now) ? MatterState.OVERDUE : MatterState.OPEN;
    }

    private static String village(String place) {
        return place.length() > LENGTH_OF_A_VILLAGE ? place.substring(0, LENGTH_OF_A_VILLAGE) : place;
    }
}
