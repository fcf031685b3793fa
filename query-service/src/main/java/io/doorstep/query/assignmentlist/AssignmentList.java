package io.doorstep.query.assignmentlist;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Excerpt;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.ListQuestion;
import io.doorstep.query.layout.Lists;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.Paged;
import io.doorstep.query.layout.QuotableList;
import io.doorstep.query.layout.Row;
import io.doorstep.query.layout.Sort;
import io.doorstep.reference.ReferenceData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 查交办清单。 Asks for the assignments in force at a moment. */
@Component
final class AssignmentList implements QuotableList {

    static final String NAME = "assignments";

    static final List<Sort> SORTS = List.of(
            Sort.by("due", "s.due", "s.due_order", Sort.Kind.DAY),
            Sort.byFilled("reported", "s.reported_at", Sort.Kind.MOMENT),
            Sort.byFilled("number", "s.number", Sort.Kind.TEXT),
            Sort.byFilled("last", "s.last_at", Sort.Kind.MOMENT),
            Sort.by("assigned", "s.assigned_at", Sort.Kind.MOMENT));

    private static final String COLUMNS = """
            s.case_id, s.number, s.channel, s.place, s.title, s.kind, s.category, s.is_joint, s.is_repeat, s.status,
            s.cycle_number, s.unit, s.officer, s.lead_officer, s.reported_at, s.assigned_at, s.signed_at,
            s.objection_due, s.notice_due, s.handling_due, s.report_back_by, s.return_proposed, s.times_returned,
            s.urged, s.supervision, s.answer_by, s.answered_at, s.due, s.due_clock, s.last_type, s.last_at,
            s.version,\s""";

    private static final List<String> PRESENT = List.of("s.recorded_to", "s.occurred_to", "s.in_force");

    private final Lists lists;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;

    AssignmentList(Lists lists, CaseStates states, ReferenceData reference, Deadlines deadlines) {
        this.lists = lists;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
    }

    Paged<AssignmentLine> page(Actor viewer, ListQuestion question) {
        return lists.page(question, asked -> lines(viewer, asked));
    }

    void whole(Actor viewer, ListQuestion question, Lists.Use<AssignmentLine> use) throws IOException {
        lists.whole(question, lines(viewer, question), use);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Excerpt quote(
            Actor viewer, CaseFilter filter, Moment moment, List<String> columns, int most, Labels labels) {
        var page = page(viewer, new ListQuestion(filter, moment, SORTS.get(0), most, NAME, null, Long.MAX_VALUE));
        return Excerpt.of(NAME, page, AssignmentColumns.ALL, columns, Map.of(), labels);
    }

    private Lists.Lines<AssignmentLine> lines(Actor viewer, ListQuestion question) {
        var moment = question.moment();
        var light = moment.light();
        var rows = states.seenBy(viewer, moment, question.filter())
                .and(new Fragment("s.in_force = true and s.is_open = true", light.parameters()))
                .and(question.filter().within("s.assigned_at"));
        var day = deadlines.day(moment.now());
        var names = new Names(reference, day);
        return new Lists.Lines<>(
                COLUMNS + light.sql() + " as light",
                List.of(Lists.Rows.of(rows, rows)),
                "s.case_id",
                PRESENT,
                (row, n) -> line(new Row(row, day), names));
    }

    private static AssignmentLine line(Row row, Names names) throws SQLException {
        return new AssignmentLine(
                row.text("case_id"),
                row.text("number"),
                row.text("channel"),
                row.text("place"),
                names.place(row.text("place")),
                row.text("title"),
                row.text("kind"),
                row.text("category"),
                names.category(row.text("category")),
                row.flag("is_joint"),
                row.flag("is_repeat"),
                row.text("status"),
                row.number("cycle_number"),
                row.text("unit"),
                names.unit(row.text("unit")),
                row.maybe("officer"),
                names.officer(row.maybe("officer")),
                row.maybe("lead_officer"),
                row.moment("reported_at"),
                row.moment("assigned_at"),
                row.maybeMoment("signed_at"),
                row.day("objection_due"),
                row.day("notice_due"),
                row.day("handling_due"),
                row.day("report_back_by"),
                row.maybeMoment("return_proposed"),
                row.number("times_returned"),
                row.number("urged"),
                row.maybe("supervision"),
                row.day("answer_by"),
                row.maybeMoment("answered_at"),
                row.day("due"),
                row.maybe("due_clock"),
                row.daysLeft("due"),
                row.text("light"),
                row.text("last_type"),
                row.moment("last_at"),
                row.number("version"));
    }
}
