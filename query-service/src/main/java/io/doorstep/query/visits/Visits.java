package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Row;
import io.doorstep.terms.VisitOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 走访未了。 What visits left open in the cases that somebody may know of: questions to decide, and promises to keep. */
@Component
class Visits {

    static final int MOST = 200;

    static final String JOIN = "join visit v on v.case_id = s.case_id and v.occurred_from = s.occurred_from"
            + " and v.recorded_from = s.recorded_from";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Deadlines deadlines;
    private final Clock clock;

    Visits(JdbcClient jdbc, CaseStates states, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param questions constants of {@code VisitQuestion} */
    record Line(
            String caseId,
            String number,
            String title,
            String place,
            Instant at,
            String type,
            List<String> officers,
            String outcome,
            @Nullable LocalDate commitmentBy,
            @Nullable Long daysLeft,
            List<String> questions) {}

    /** Visits that somebody has to look at, the latest first. */
    List<Line> questions(Actor reader) {
        return lines(reader, new Fragment("v.questions <> ''", Map.of()), "v.visited_at desc, v.visit_id");
    }

    /** Promises of which nobody has said what became of them, in the order of their days. */
    List<Line> promises(Actor reader) {
        return lines(
                reader,
                new Fragment(
                        "v.outcome = :promised and v.follow_up is null and s.is_open = true",
                        Map.of("promised", VisitOutcome.COMMITMENT.name())),
                "v.commitment_by, v.visit_id");
    }

    private List<Line> lines(Actor reader, Fragment such, String order) {
        var now = clock.instant();
        var today = deadlines.day(now);
        var asked =
                states.seenBy(reader, Moment.present(now), CaseFilter.ALL, JOIN).and(such);
        return jdbc.sql("""
                select s.case_id, s.number, s.title, v.place, v.visited_at, v.type, v.officers, v.outcome,
                       v.commitment_by, v.questions\s""" + asked.sql() + " order by " + order + " fetch first " + MOST + " rows only")
                .params(asked.parameters())
                .query((values, n) -> {
                    var row = new Row(values, today);
                    return new Line(
                            row.text("case_id"),
                            row.text("number"),
                            row.text("title"),
                            row.text("place"),
                            row.moment("visited_at"),
                            row.text("type"),
                            List.of(row.text("officers").split(",", -1)),
                            row.text("outcome"),
                            row.day("commitment_by"),
                            row.daysLeft("commitment_by"),
                            row.text("questions").isEmpty()
                                    ? List.of()
                                    : List.of(row.text("questions").split(",", -1)));
                })
                .list();
    }
}
