package io.doorstep.query.asof;

import io.doorstep.policy.Deadlines;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 随案情存的行。 What a state of a case has more than one of: its orders of supervision, returns and visits; gone with the row. */
final class BesideTables {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    BesideTables(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    void insert(String caseId, Rectangle one) {
        var orders = one.state().supervisions();
        IntStream.range(0, orders.size()).forEach(n -> insert(caseId, one, n, orders.get(n)));
        var returns = one.state().returns();
        IntStream.range(0, returns.size()).forEach(n -> insert(caseId, one, n, returns.get(n)));
        var visits = one.state().visits();
        IntStream.range(0, visits.size()).forEach(n -> insert(caseId, one, n, visits.get(n)));
    }

    private void insert(String caseId, Rectangle one, int n, Visit visit) {
        jdbc.sql("""
                insert into reading.visit (case_id, occurred_from, recorded_from, n, visit_id, type, visited_at, place,
                    officers, outcome, commitment_by, follow_up, questions)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(caseId)
                .param(SqlTime.of(one.occurredFrom()))
                .param(SqlTime.of(one.recordedFrom()))
                .param(n)
                .param(visit.visitId())
                .param(visit.type())
                .param(SqlTime.of(visit.at()))
                .param(visit.place())
                .param(String.join(",", visit.officers()))
                .param(visit.outcome())
                .param(visit.commitmentBy())
                .param(visit.followUp())
                .param(LeftOpen.by(visit, one.state(), deadlines).stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(",")))
                .update();
    }

    private void insert(String caseId, Rectangle one, int n, Supervision order) {
        jdbc.sql("""
                insert into reading.supervision (case_id, occurred_from, recorded_from, n, level, by_unit, by_role,
                    ordered_at, answer_by, ends_at, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(caseId)
                .param(SqlTime.of(one.occurredFrom()))
                .param(SqlTime.of(one.recordedFrom()))
                .param(n)
                .param(order.level())
                .param(order.byUnit())
                .param(order.byRole())
                .param(SqlTime.of(order.orderedAt()))
                .param(order.answerBy())
                .param(SqlTime.of(deadlines.endOf(order.answerBy())))
                .param(SqlTime.orNull(order.answeredAt()))
                .update();
    }

    private void insert(String caseId, Rectangle one, int n, Return back) {
        jdbc.sql("""
                insert into reading.assignment_return
                    (case_id, occurred_from, recorded_from, n, unit, came_up_at, decision)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(caseId)
                .param(SqlTime.of(one.occurredFrom()))
                .param(SqlTime.of(one.recordedFrom()))
                .param(n)
                .param(back.unit())
                .param(SqlTime.of(Objects.requireNonNull(back.at(), "a return came up some day")))
                .param(back.decision())
                .update();
    }
}
