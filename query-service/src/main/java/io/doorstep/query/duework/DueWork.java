package io.doorstep.query.duework;

import io.doorstep.duties.OpenDuty;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.Row;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 查到期待办。 What is due, in the order of its last days, for somebody, his unit, or all that he may know of. */
@Component
class DueWork {

    private static final String DUTIES = "join duty d on d.case_id = s.case_id";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    DueWork(JdbcClient jdbc, CaseStates states, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param next where the span goes on; null at its end */
    record Part(List<DueItem> items, @Nullable String next) {}

    LocalDate today() {
        return deadlines.day(clock.instant());
    }

    /** How much is due in each span. */
    Map<Span, Long> counts(Actor reader, Whose whose) {
        var today = today();
        var scope = scope(reader, whose);
        var counts = new EnumMap<Span, Long>(Span.class);
        for (var span : Span.values()) {
            var asked = scope.and(within(span, today));
            counts.put(
                    span,
                    jdbc.sql("select count(*) " + asked.sql())
                            .params(asked.parameters())
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    /** @param after where the part before ended */
    Part part(Actor reader, Whose whose, Span span, @Nullable String after, int size) {
        var today = today();
        var asked = scope(reader, whose).and(within(span, today));
        if (after != null && !after.isBlank()) {
            asked = asked.and(behind(after));
        }
        var names = new Names(reference, today);
        var found = jdbc.sql("""
                select s.case_id, s.number, s.title, s.kind, s.status, s.place, s.unit, s.officer, d.clock, d.started_at,
                       d.last_day\s""" + asked.sql() + " order by d.last_day, d.case_id, d.clock fetch first "
                        + (size + 1) + " rows only")
                .params(asked.parameters())
                .query((row, n) -> item(row, today, names))
                .list();
        var items = found.size() > size ? found.subList(0, size) : found;
        return new Part(items, found.size() > size ? cursor(items.get(size - 1)) : null);
    }

    private Fragment scope(Actor reader, Whose whose) {
        var seen = states.seenBy(reader, Moment.present(clock.instant()), CaseFilter.ALL, DUTIES);
        if (whose == Whose.ALL) {
            return seen;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("office", OpenDuty.OF_THE_OFFICE);
        var unit = reader.unit() == null ? "" : reader.unit();
        String answering;
        if (whose == Whose.UNIT) {
            answering = "s.unit_path like :ofUnit escape '!'";
            parameters.put("ofUnit", CaseFilter.inPath(unit));
        } else {
            answering = "s.officer = :me or s.lead_officer = :me or (s.officer is null and s.unit = :myUnit)";
            parameters.put("me", reader.id());
            parameters.put("myUnit", unit);
        }
        var ofUnits = "d.clock not in (:office) and (" + answering + ")";
        var isOffice = reader.is(Role.PETITION_OFFICER, Role.DISPATCHER, Role.COORDINATION_GROUP);
        return seen.and(new Fragment(isOffice ? "(d.clock in (:office) or " + ofUnits + ")" : ofUnits, parameters));
    }

    private static Fragment within(Span span, LocalDate today) {
        return new Fragment(
                "d.last_day >= :firstDay and d.last_day <= :lastDay",
                Map.of("firstDay", span.from(today), "lastDay", span.to(today)));
    }

    private static DueItem item(ResultSet values, LocalDate today, Names names) throws SQLException {
        var row = new Row(values, today);
        var clock = row.text("clock");
        return new DueItem(
                row.text("case_id"),
                row.text("number"),
                row.text("title"),
                row.text("kind"),
                row.text("status"),
                clock,
                OpenDuty.OF_THE_OFFICE.contains(clock) ? "OFFICE" : "UNIT",
                row.moment("started_at"),
                Objects.requireNonNull(row.day("last_day")),
                Objects.requireNonNull(row.daysLeft("last_day")),
                row.text("place"),
                names.place(row.text("place")),
                row.maybe("unit"),
                names.unit(row.maybe("unit")),
                row.maybe("officer"),
                names.officer(row.maybe("officer")));
    }

    private static String cursor(DueItem last) {
        return last.lastDay() + "_" + last.caseId() + "_" + last.clock();
    }

    private static Fragment behind(String cursor) {
        try {
            var parts = cursor.split("_", 3);
            return new Fragment(
                    """
                    (d.last_day > :afterDay or (d.last_day = :afterDay and (d.case_id > :afterCase
                        or (d.case_id = :afterCase and d.clock > :afterClock))))""", Map.of("afterDay", LocalDate.parse(parts[0]), "afterCase", parts[1], "afterClock", parts[2]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException wrong) {
            throw new Malformed(FieldProblem.of("cursor", "CURSOR_UNREADABLE"));
        }
    }
}
