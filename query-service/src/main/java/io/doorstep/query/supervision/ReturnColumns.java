package io.doorstep.query.supervision;

import io.doorstep.query.layout.Column;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the file of returns; a name where there is one, else the code. */
final class ReturnColumns {

    static final List<Column<PassedOn>> ALL = List.of(
            Column.of("number", PassedOn::number),
            Column.of("title", PassedOn::title),
            Column.of("kind", CaseKind.class, PassedOn::kind),
            Column.of("place", line -> line.placeName() == null ? line.place() : line.placeName()),
            Column.of("status", CaseStatus.class, PassedOn::status),
            Column.of("unit", line -> line.unitName() == null ? line.unit() : line.unitName()),
            Column.of("returnsProposed", PassedOn::proposed),
            Column.of("timesReturned", PassedOn::returned),
            Column.of("returnsRefused", PassedOn::refused),
            Column.of("lastReturn", PassedOn::lastAt),
            Column.of(
                    "returnedBy",
                    line -> line.steps().stream()
                            .map(step -> step.unit())
                            .distinct()
                            .collect(Collectors.joining(" "))),
            Column.of("caseId", PassedOn::caseId));

    private ReturnColumns() {}
}
