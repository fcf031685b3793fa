package io.doorstep.query.problemlist;

import io.doorstep.query.layout.Column;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Light;
import java.util.List;

/** The columns of the problem list's file; a name where there is one, else the code. */
final class ProblemColumns {

    static final List<Column<Problem>> ALL = List.of(
            Column.of("number", Problem::number),
            Column.of("channel", Channel.class, Problem::channel),
            Column.of("place", line -> line.placeName() == null ? line.place() : line.placeName()),
            Column.of("title", Problem::title),
            Column.of("kind", CaseKind.class, Problem::kind),
            Column.of("category", line -> line.categoryName() == null ? line.category() : line.categoryName()),
            Column.yesOrNo("joint", Problem::joint),
            Column.yesOrNo("repeat", Problem::repeat),
            Column.of("status", CaseStatus.class, Problem::status),
            Column.of("cycle", Problem::cycle),
            Column.of("unit", line -> line.unitName() == null ? line.unit() : line.unitName()),
            Column.of("officer", line -> line.officerName() == null ? line.officer() : line.officerName()),
            Column.of("leadOfficer", Problem::leadOfficer),
            Column.of("reportedAt", Problem::reportedAt),
            Column.of("due", Problem::due),
            new Column<>("dueClock", (line, labels) -> labels.clock(line.dueClock())),
            Column.of("daysLeft", Problem::daysLeft),
            Column.of("light", Light.class, Problem::light),
            Column.of("lastVisitAt", Problem::lastVisitAt),
            new Column<>("last", (line, labels) -> labels.fact(line.lastType())),
            Column.of("lastAt", Problem::lastAt),
            Column.of("caseId", Problem::caseId));

    private ProblemColumns() {}
}
