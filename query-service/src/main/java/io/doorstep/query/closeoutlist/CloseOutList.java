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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 查销号清单。 Asks for the resolved cycles that wait, and those that were closed out in a window. */
@Component
final class CloseOutList implements QuotableList {

    static final String NAME = "closeouts";

    static final List<Sort> SORTS = List.of(
            Sort.byFilled("resolved", "l.resolved_order", Sort.Kind.MOMENT).turned(),
            Sort.by("closed", "l.closed_out_at", Sort.Kind.MOMENT),
            Sort.byFilled("reported", "l.reported_at", Sort.Kind.MOMENT),
            Sort.byFilled("number", "l.number", Sort.Kind.TEXT),
            Sort.byFilled("last", "l.last_at", Sort.Kind.MOMENT));

    private static final String LINE = """
            from (select s.case_id, s.number, s.reported_at, s.last_at, s.exit_kind, s.detail, %1$s.cycle_number as cycle,
              %1$s.resolved_at, %1$s.closed_out_at, coalesce(%1$s.resolved_at, %1$s.closed_out_at) as resolved_order,
              %2$s as state\s""";

    private static final List<String> ALL =
            Stream.of(CloseOutState.values()).map(Enum::name).toList();

    private static final Fragment AWAITS_REVISIT = Fragment.of("s.awaits_revisit = true");
    private static final Fragment CONFIRMED = Fragment.of("s.awaits_revisit = false");

    private static final String EARLIER = """
            join past_closeout p on p.case_id = s.case_id and p.occurred_from = s.occurred_from
             and p.recorded_from = s.recorded_from""";

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
        return lists.inSnapshot(() ->
                new CloseOuts(lists.page(question, asked -> lines(viewer, asked, states)), totals(viewer, question)));
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
        var line = new CloseOutLine(
                new Names(reference, deadlines.day(question.moment().now())), deadlines);
        return new Lists.Lines<>(
                "l.detail, l.cycle, l.state",
                parts(viewer, question, states),
                "l.case_id || '/' || cast(l.cycle as varchar(12))",
                List.of(),
                (row, n) ->
                        line.of(CaseJson.read(row.getBytes("detail")), row.getInt("cycle"), row.getString("state")));
    }

    /** The latest cycles that wait, those that were closed out, and the earlier close-outs: each along an index of its own. */
    private List<Lists.Rows> parts(Actor viewer, ListQuestion question, List<String> states) {
        var asked = states.isEmpty() ? ALL : states;
        var parts = new ArrayList<Lists.Rows>();
        asked.stream().map(CloseOutState::valueOf).distinct().forEach(state -> {
            switch (state) {
                case WAITING_REVISIT ->
                    parts.add(line("s", state, waiting(viewer, question).and(AWAITS_REVISIT)));
                case WAITING_CLOSE_OUT ->
                    parts.add(line("s", state, waiting(viewer, question).and(CONFIRMED)));
                case CLOSED_OUT -> {
                    parts.add(line("s", state, standing(viewer, question)));
                    parts.add(line("p", state, earlier(viewer, question)));
                }
            }
        });
        return parts;
    }

    private Fragment waiting(Actor viewer, ListQuestion question) {
        return states.seenBy(viewer, question.moment(), question.filter())
                .and(Fragment.of("s.is_open = true and s.resolved_at is not null"));
    }

    private Fragment standing(Actor viewer, ListQuestion question) {
        return states.seenBy(viewer, question.moment(), question.filter())
                .and(Fragment.of("s.closed_out_at is not null"))
                .and(question.filter().within("s.closed_out_at"));
    }

    private Fragment earlier(Actor viewer, ListQuestion question) {
        return states.seenBy(viewer, question.moment(), question.filter(), EARLIER)
                .and(Fragment.of("s.cycle_number > 1"))
                .and(question.filter().within("p.closed_out_at"));
    }

    private static Lists.Rows line(String cycle, CloseOutState state, Fragment rows) {
        var lines = LINE.formatted(cycle, "'" + state.name() + "'") + rows.sql() + ") l where 1 = 1";
        return Lists.Rows.of(new Fragment(lines, rows.parameters()), rows);
    }

    private CloseOuts.Totals totals(Actor viewer, ListQuestion question) {
        var totals = lists.asked(question).stream()
                .map(part -> {
                    var standing = standing(viewer, part);
                    return new CloseOuts.Totals(
                            count("1", waiting(viewer, part)),
                            count("1", standing) + count("1", earlier(viewer, part)),
                            count("case when s.exit_kind is null then 1 end", standing));
                })
                .toList();
        return totals.stream().reduce(CloseOuts.Totals::and).orElseThrow();
    }

    /** Those that somebody may not know of by name apart: an index counts the others ({@link CaseStates#PLAIN}). */
    private long count(String what, Fragment rows) {
        return jdbc.sql("select (select count(%1$s) %2$s and %3$s) + (select count(%1$s) %2$s and not (%3$s))"
                        .formatted(what, rows.sql(), CaseStates.PLAIN))
                .params(rows.parameters())
                .query(Long.class)
                .single();
    }
}
