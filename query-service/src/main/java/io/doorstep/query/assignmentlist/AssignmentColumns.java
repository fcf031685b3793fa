package io.doorstep.query.assignmentlist;

import io.doorstep.query.layout.Column;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Light;
import io.doorstep.terms.SupervisionLevel;
import java.util.List;

/** The columns of the assignment list's file; a name where there is one, else the code. */
final class AssignmentColumns {

    static final List<Column<AssignmentLine>> ALL = List.of(
            Column.of("number", AssignmentLine::number),
            Column.of("unit", line -> line.unitName() == null ? line.unit() : line.unitName()),
            Column.of("officer", line -> line.officerName() == null ? line.officer() : line.officerName()),
            Column.of("leadOfficer", AssignmentLine::leadOfficer),
            Column.of("channel", Channel.class, AssignmentLine::channel),
            Column.of("place", line -> line.placeName() == null ? line.place() : line.placeName()),
            Column.of("title", AssignmentLine::title),
            Column.of("kind", CaseKind.class, AssignmentLine::kind),
            Column.of("category", line -> line.categoryName() == null ? line.category() : line.categoryName()),
            Column.yesOrNo("joint", AssignmentLine::joint),
            Column.yesOrNo("repeat", AssignmentLine::repeat),
            Column.of("status", CaseStatus.class, AssignmentLine::status),
            Column.of("cycle", AssignmentLine::cycle),
            Column.of("reportedAt", AssignmentLine::reportedAt),
            Column.of("assignedAt", AssignmentLine::assignedAt),
            Column.of("signedAt", AssignmentLine::signedAt),
            Column.of("objectionDue", AssignmentLine::objectionDue),
            Column.of("noticeDue", AssignmentLine::noticeDue),
            Column.of("handlingDue", AssignmentLine::handlingDue),
            Column.of("reportBackBy", AssignmentLine::reportBackBy),
            Column.of("returnProposed", AssignmentLine::returnProposed),
            Column.of("timesReturned", AssignmentLine::timesReturned),
            Column.of("urged", AssignmentLine::urged),
            Column.of("supervision", SupervisionLevel.class, AssignmentLine::supervision),
            Column.of("answerBy", AssignmentLine::answerBy),
            Column.of("answeredAt", AssignmentLine::answeredAt),
            Column.of("due", AssignmentLine::due),
            new Column<>("dueClock", (line, labels) -> labels.clock(line.dueClock())),
            Column.of("daysLeft", AssignmentLine::daysLeft),
            Column.of("light", Light.class, AssignmentLine::light),
            new Column<>("last", (line, labels) -> labels.fact(line.lastType())),
            Column.of("lastAt", AssignmentLine::lastAt),
            Column.of("caseId", AssignmentLine::caseId));

    private AssignmentColumns() {}
}
