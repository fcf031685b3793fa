package io.doorstep.query.supervision;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.layout.ListQuestion;
import io.doorstep.query.layout.Lists;
import io.doorstep.query.layout.Names;
import io.doorstep.query.layout.Row;
import io.doorstep.query.layout.Sort;
import io.doorstep.reference.ReferenceData;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 查督办台账。 Asks for the orders to see to a case, open and answered, as they stood at a moment. */
@Component
final class Ledger {

    static final String NAME = "supervision";

    static final List<Sort> SORTS = List.of(
            Sort.byFilled("ordered", "l.ordered_at", Sort.Kind.MOMENT).turned(),
            Sort.byFilled("answerBy", "l.answer_by", Sort.Kind.DAY),
            Sort.byFilled("number", "l.number", Sort.Kind.TEXT));

    private static final String ORDERS = """
            join supervision o on o.case_id = s.case_id and o.occurred_from = s.occurred_from
             and o.recorded_from = s.recorded_from""";

    private static final String COLUMNS = """
            s.case_id, s.number, s.title, s.kind, s.place, s.status, s.unit, o.n, o.level, o.by_unit, o.by_role,
            o.ordered_at, o.answer_by, o.answered_at, o.ends_at,
            case when o.answered_at < o.ends_at then 'IN_TIME' when o.answered_at is not null then 'LATE'
                 when s.is_open = false then 'ENDED' when o.ends_at <= :now then 'OVERDUE' else 'OPEN' end as state
            """;

    private final Lists lists;
    private final CaseStates cases;
    private final JdbcClient jdbc;
    private final ReferenceData reference;
    private final Deadlines deadlines;

    Ledger(Lists lists, CaseStates cases, JdbcClient jdbc, ReferenceData reference, Deadlines deadlines) {
        this.lists = lists;
        this.cases = cases;
        this.jdbc = jdbc;
        this.reference = reference;
        this.deadlines = deadlines;
    }

    Orders page(Actor viewer, ListQuestion question, List<String> states) {
        return lists.inSnapshot(() -> new Orders(
                lists.page(question, asked -> lines(viewer, asked, states)), counts(rows(viewer, question))));
    }

    void whole(Actor viewer, ListQuestion question, List<String> states, Lists.Use<Order> use) throws IOException {
        lists.whole(question, lines(viewer, question, states), use);
    }

    private Lists.Lines<Order> lines(Actor viewer, ListQuestion question, List<String> states) {
        var all = rows(viewer, question);
        var rows = states.isEmpty() ? all : all.and(new Fragment("l.state in (:state)", Map.of("state", states)));
        var now = question.moment().now();
        var day = deadlines.day(now);
        var names = new Names(reference, day);
        return new Lists.Lines<>(
                "l.*",
                List.of(Lists.Rows.of(rows)),
                "l.case_id || '/' || cast(l.n as varchar(12))",
                List.of(),
                (row, n) -> line(new Row(row, day), names, now));
    }

    private Fragment rows(Actor viewer, ListQuestion question) {
        var moment = question.moment();
        var found = cases.seenBy(viewer, moment, question.filter(), ORDERS)
                .and(question.filter().within("o.ordered_at"));
        Map<String, Object> parameters = new HashMap<>(found.parameters());
        parameters.put("now", moment.now().atOffset(ZoneOffset.UTC));
        return new Fragment("from (select " + COLUMNS + found.sql() + ") l where 1 = 1", parameters);
    }

    private Map<String, Long> counts(Fragment rows) {
        var counts = new LinkedHashMap<String, Long>();
        for (var state : OrderState.values()) {
            counts.put(state.name(), 0L);
        }
        jdbc.sql("select l.state, count(*) as many " + rows.sql() + " group by l.state")
                .params(rows.parameters())
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("many"));
                });
        return counts;
    }

    private Order line(Row row, Names names, Instant now) throws SQLException {
        var answerBy = Objects.requireNonNull(row.day("answer_by"));
        var answeredAt = row.maybeMoment("answered_at");
        var state = OrderState.valueOf(row.text("state"));
        return new Order(
                row.text("case_id"),
                row.text("number"),
                row.text("title"),
                row.text("kind"),
                row.text("place"),
                names.place(row.text("place")),
                row.text("status"),
                row.maybe("unit"),
                names.unit(row.maybe("unit")),
                row.text("level"),
                row.moment("ordered_at"),
                row.maybe("by_unit"),
                names.unit(row.maybe("by_unit")),
                row.maybe("by_role"),
                answerBy,
                answeredAt,
                state.name(),
                daysOver(
                        state,
                        ChronoUnit.DAYS.between(answerBy, deadlines.day(answeredAt == null ? now : answeredAt))));
    }

    private static @Nullable Long daysOver(OrderState state, long days) {
        return state == OrderState.LATE || state == OrderState.OVERDUE ? days : null;
    }
}
