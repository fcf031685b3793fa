package io.doorstep.query.closeoutlist;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseJson;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Excerpt;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.ListQuestion;
import io.doorstep.query.layout.Lists;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.QuotableList;
import io.doorstep.query.layout.Sort;
import io.doorstep.reference.ReferenceData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 查销号清单。 Asks for the resolved cycles that wait, and those that were closed out in a window. */
@Component
final class CloseOutList implements QuotableList {

    static final String NAME = "closeouts";

    static final List<Sort> SORTS = List.of(
            Sort.by("resolved", "l.resolved_at", Sort.Kind.MOMENT).turned(),
            Sort.by("closed", "l.closed_out_at", Sort.Kind.MOMENT),
            Sort.byFilled("reported", "l.reported_at", Sort.Kind.MOMENT),
            Sort.byFilled("number", "l.number", Sort.Kind.TEXT),
            Sort.byFilled("last", "l.last_at", Sort.Kind.MOMENT));

    private static final String OF_THE_CASE = "s.case_id, s.number, s.reported_at, s.last_at, s.exit_kind, s.detail, ";

    private final Lists lists;
    private final CaseStates states;
    private final JdbcClient jdbc;
    private final ReferenceData reference;
    private final Deadlines deadlines;

    CloseOutList(Lists lists, CaseStates states, JdbcClient jdbc, ReferenceData reference, Deadlines deadlines) {
        this.lists = lists;
        this.states = states;
        this.jdbc = jdbc;
        this.reference = reference;
        this.deadlines = deadlines;
    }

    CloseOuts page(Actor viewer, ListQuestion question, List<String> states) {
        return lists.inSnapshot(() -> new CloseOuts(
                lists.page(question, asked -> lines(viewer, asked, states)), totals(rows(viewer, question))));
    }

    void whole(Actor viewer, ListQuestion question, List<String> states, Lists.Use<CloseOut> use) throws IOException {
        lists.whole(question, lines(viewer, question, states), use);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Counts {@code waiting}, {@code gross} and {@code net}, as the totals do. */
    @Override
    public Excerpt quote(
            Actor viewer, CaseFilter filter, Moment moment, List<String> columns, int most, Labels labels) {
        var found = page(
                viewer, new ListQuestion(filter, moment, SORTS.get(0), most, NAME, null, Long.MAX_VALUE), List.of());
        var totals = found.totals();
        var counts = Map.of("waiting", totals.waiting(), "gross", totals.gross(), "net", totals.net());
        return Excerpt.of(NAME, found.page(), CloseOutColumns.ALL, columns, counts, labels);
    }

    private Lists.Lines<CloseOut> lines(Actor viewer, ListQuestion question, List<String> states) {
        var all = rows(viewer, question);
        var rows = states.isEmpty() ? all : all.and(new Fragment("l.state in (:state)", Map.of("state", states)));
        var line = new CloseOutLine(
                new Names(reference, deadlines.day(question.moment().now())), deadlines);
        return new Lists.Lines<>(
                "l.detail, l.cycle, l.state",
                rows,
                "l.case_id || '/' || cast(l.cycle as varchar(12))",
                List.of(),
                (row, n) ->
                        line.of(CaseJson.read(row.getBytes("detail")), row.getInt("cycle"), row.getString("state")));
    }

    /** The latest cycle of every case, if it belongs here, and all earlier close-outs. */
    private Fragment rows(Actor viewer, ListQuestion question) {
        var filter = question.filter();
        var cases = states.seenBy(viewer, question.moment(), filter);
        var closed = filter.within("s.closed_out_at");
        var before = filter.within("p.closed_out_at");
        return new Fragment(
                "from (select " + OF_THE_CASE + """
                s.cycle_number as cycle, s.resolved_at, s.closed_out_at, false as reopened,
                case when s.closed_out_at is not null then 'CLOSED_OUT' when s.awaits_revisit = true
                     then 'WAITING_REVISIT' else 'WAITING_CLOSE_OUT' end as state
                """ + cases.sql()
                        + " and ((s.is_open = true and s.resolved_at is not null)"
                        + " or (s.closed_out_at is not null and " + closed.sql() + "))"
                        + " union all select " + OF_THE_CASE
                        + "p.cycle_number as cycle, p.resolved_at, p.closed_out_at, true as reopened, 'CLOSED_OUT' as state"
                        + " from (select s.* " + cases.sql() + " and s.cycle_number > 1) s" + """
                 join past_closeout p on p.case_id = s.case_id and p.occurred_from = s.occurred_from
                  and p.recorded_from = s.recorded_from
                where\s""" + before.sql()
                        + ") l where 1 = 1",
                cases.and(closed).parameters());
    }

    private CloseOuts.Totals totals(Fragment rows) {
        return jdbc.sql("""
                select coalesce(sum(case when l.state <> 'CLOSED_OUT' then 1 else 0 end), 0) as waiting,
                       coalesce(sum(case when l.state = 'CLOSED_OUT' then 1 else 0 end), 0) as gross,
                       coalesce(sum(case when l.state = 'CLOSED_OUT' and l.reopened = false and l.exit_kind is null
                                         then 1 else 0 end), 0) as net
                """ + rows.sql())
                .params(rows.parameters())
                .query((row, n) ->
                        new CloseOuts.Totals(row.getLong("waiting"), row.getLong("gross"), row.getLong("net")))
                .single();
    }
}
