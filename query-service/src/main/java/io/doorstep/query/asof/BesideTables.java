package io.doorstep.query.asof;

import io.doorstep.policy.Deadlines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * 随案情存的行。 What a state of a case has more than one of: its orders of supervision, returns, visits, and the close-outs of earlier cycles;
 * gone with the row.
 */
final class BesideTables {

    /** Each table, and the column that tells apart its rows beside one state. */
    static final Map<String, String> TABLES =
            Map.of("supervision", "n", "assignment_return", "n", "visit", "n", "past_closeout", "cycle_number");

    private final Deadlines deadlines;

    BesideTables(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The rows that stand beside a state. */
    List<TableRow> rows(String caseId, Rectangle one) {
        var rows = new ArrayList<TableRow>();
        var state = one.state();
        for (var n = 0; n < state.supervisions().size(); n++) {
            rows.add(order(
                    TableRow.beside("supervision", caseId, one, "n", n),
                    state.supervisions().get(n)));
        }
        for (var n = 0; n < state.returns().size(); n++) {
            rows.add(back(
                    TableRow.beside("assignment_return", caseId, one, "n", n),
                    state.returns().get(n)));
        }
        for (var n = 0; n < state.visits().size(); n++) {
            rows.add(visit(
                    TableRow.beside("visit", caseId, one, "n", n),
                    state.visits().get(n),
                    state));
        }
        // a row has columns for its latest cycle only
        for (var cycle : state.cycles()) {
            if (cycle.number() < state.cycle().number() && cycle.closedOutAt() != null) {
                rows.add(TableRow.beside("past_closeout", caseId, one, "cycle_number", cycle.number())
                        .with("resolved_at", SqlTime.orNull(cycle.resolvedAt()))
                        .with("closed_out_at", SqlTime.orNull(cycle.closedOutAt())));
            }
        }
        return rows;
    }

    private TableRow visit(TableRow row, Visit visit, CaseAsOf state) {
        return row.with("visit_id", visit.visitId())
                .with("type", visit.type())
                .with("visited_at", SqlTime.of(visit.at()))
                .with("place", visit.place())
                .with("officers", String.join(",", visit.officers()))
                .with("outcome", visit.outcome())
                .with("commitment_by", visit.commitmentBy())
                .with("follow_up", visit.followUp())
                .with(
                        "questions",
                        LeftOpen.by(visit, state, deadlines).stream()
                                .map(Enum::name)
                                .collect(Collectors.joining(",")));
    }

    private TableRow order(TableRow row, Supervision order) {
        return row.with("level", order.level())
                .with("by_unit", order.byUnit())
                .with("by_role", order.byRole())
                .with("ordered_at", SqlTime.of(order.orderedAt()))
                .with("answer_by", order.answerBy())
                .with("ends_at", SqlTime.of(deadlines.endOf(order.answerBy())))
                .with("answered_at", SqlTime.orNull(order.answeredAt()));
    }

    private static TableRow back(TableRow row, Return back) {
        return row.with("unit", back.unit())
                .with("came_up_at", SqlTime.of(Objects.requireNonNull(back.at(), "a return came up some day")))
                .with("decision", back.decision());
    }
}
