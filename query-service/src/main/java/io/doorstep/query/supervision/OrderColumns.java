package io.doorstep.query.supervision;

import io.doorstep.query.layout.Column;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Role;
import io.doorstep.terms.SupervisionLevel;
import java.util.List;

/** The columns of the ledger's file; a name where there is one, else the code. */
final class OrderColumns {

    static final List<Column<Order>> ALL = List.of(
            Column.of("number", Order::number),
            Column.of("title", Order::title),
            Column.of("kind", CaseKind.class, Order::kind),
            Column.of("place", line -> line.placeName() == null ? line.place() : line.placeName()),
            Column.of("status", CaseStatus.class, Order::status),
            Column.of("unit", line -> line.unitName() == null ? line.unit() : line.unitName()),
            Column.of("supervision", SupervisionLevel.class, Order::level),
            Column.of("orderedAt", Order::orderedAt),
            Column.of("orderedBy", line -> line.byUnitName() == null ? line.byUnit() : line.byUnitName()),
            Column.of("byRole", Role.class, Order::byRole),
            Column.of("answerBy", Order::answerBy),
            Column.of("answeredAt", Order::answeredAt),
            Column.of("orderState", OrderState.class, Order::state),
            Column.of("daysOver", Order::daysOver),
            Column.of("caseId", Order::caseId));

    private OrderColumns() {}
}
