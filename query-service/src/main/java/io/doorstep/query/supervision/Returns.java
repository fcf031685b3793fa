package io.doorstep.query.supervision;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseJson;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.layout.ListQuestion;
import io.doorstep.query.layout.Lists;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.Paged;
import io.doorstep.query.layout.Row;
import io.doorstep.query.layout.Sort;
import io.doorstep.reference.ReferenceData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** 查退办情况。 Asks for the cases that units said were not theirs; those that came up most often first. */
@Component
final class Returns {

    static final String NAME = "returns";

    static final List<Sort> SORTS = List.of(
            Sort.byFilled("proposed", "l.proposed", Sort.Kind.NUMBER).turned(),
            Sort.byFilled("last", "l.last_return", Sort.Kind.MOMENT).turned(),
            Sort.byFilled("number", "l.number", Sort.Kind.TEXT));

    private final Lists lists;
    private final CaseStates cases;
    private final ReferenceData reference;
    private final Deadlines deadlines;

    Returns(Lists lists, CaseStates cases, ReferenceData reference, Deadlines deadlines) {
        this.lists = lists;
        this.cases = cases;
        this.reference = reference;
        this.deadlines = deadlines;
    }

    Paged<PassedOn> page(Actor viewer, ListQuestion question) {
        return lists.page(question, asked -> lines(viewer, asked));
    }

    void whole(Actor viewer, ListQuestion question, Lists.Use<PassedOn> use) throws IOException {
        lists.whole(question, lines(viewer, question), use);
    }

    private Lists.Lines<PassedOn> lines(Actor viewer, ListQuestion question) {
        var names = new Names(reference, deadlines.day(question.moment().now()));
        var day = deadlines.day(question.moment().now());
        return new Lists.Lines<>(
                "l.*",
                List.of(Lists.Rows.of(rows(viewer, question))),
                "l.case_id",
                List.of(),
                (row, n) -> line(new Row(row, day), names));
    }

    /** A window counts what came up in it; the steps of a case are told whole. */
    private Fragment rows(Actor viewer, ListQuestion question) {
        var window = question.filter().within("r.came_up_at");
        var seen = cases.seenBy(viewer, question.moment(), question.filter(), """
                join (select r.case_id, r.occurred_from, r.recorded_from, count(*) as proposed,
                             sum(case when r.decision = 'RETURNED' then 1 else 0 end) as returned,
                             sum(case when r.decision = 'REFUSED' then 1 else 0 end) as refused,
                             max(r.came_up_at) as last_return
                        from assignment_return r where %s
                       group by r.case_id, r.occurred_from, r.recorded_from) x
                  on x.case_id = s.case_id and x.occurred_from = s.occurred_from
                 and x.recorded_from = s.recorded_from""".formatted(window.sql()));
        return new Fragment(
                """
                from (select s.case_id, s.number, s.title, s.kind, s.place, s.status, s.unit, s.detail, x.proposed,
                             x.returned, x.refused, x.last_return\s""" + seen.sql() + ") l where 1 = 1", seen.and(window).parameters());
    }

    private static PassedOn line(Row row, Names names) throws SQLException {
        var steps = CaseJson.read(row.values().getBytes("detail")).returns();
        return new PassedOn(
                row.text("case_id"),
                row.text("number"),
                row.text("title"),
                row.text("kind"),
                row.text("place"),
                names.place(row.text("place")),
                row.text("status"),
                row.maybe("unit"),
                names.unit(row.maybe("unit")),
                row.number("proposed"),
                row.number("returned"),
                row.number("refused"),
                row.moment("last_return"),
                steps);
    }
}
