package io.doorstep.query.closeoutlist;

import io.doorstep.query.layout.Column;
import io.doorstep.query.layout.Labels;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Channel;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Stance;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the close-out list's file; a name where there is one, else the code. */
final class CloseOutColumns {

    static final List<Column<CloseOut>> ALL = List.of(
            Column.of("number", CloseOut::number),
            Column.of("cycle", CloseOut::cycle),
            Column.of("closeOutState", CloseOutState.class, CloseOut::state),
            Column.of("channel", Channel.class, CloseOut::channel),
            Column.of("place", line -> line.placeName() == null ? line.place() : line.placeName()),
            Column.of("title", CloseOut::title),
            Column.of("kind", CaseKind.class, CloseOut::kind),
            Column.of("category", line -> line.categoryName() == null ? line.category() : line.categoryName()),
            Column.yesOrNo("joint", CloseOut::joint),
            Column.yesOrNo("repeat", CloseOut::repeat),
            Column.of("status", CaseStatus.class, CloseOut::status),
            Column.of("handlingUnit", line -> line.unitName() == null ? line.unit() : line.unitName()),
            Column.of("handler", line -> line.officerName() == null ? line.officer() : line.officerName()),
            Column.of("reportedAt", CloseOut::reportedAt),
            Column.of("outcome", ResolutionOutcome.class, CloseOut::outcome),
            Column.of("result", ResolutionResult.class, CloseOut::result),
            Column.of("stance", Stance.class, CloseOut::stance),
            Column.yesOrNo("doorstep", CloseOut::doorstep),
            new Column<>("evidence", CloseOutColumns::evidence),
            Column.of("resolver", line -> line.resolverName() == null ? line.resolver() : line.resolverName()),
            Column.of("resolvedAt", CloseOut::resolvedAt),
            Column.of("handlingDue", CloseOut::handlingDue),
            Column.yesOrNo("overdue", CloseOut::overdue),
            Column.of("revisitDue", CloseOut::revisitDue),
            Column.of("verdict", RevisitVerdict.class, CloseOut::verdict),
            Column.of("revisitedAt", CloseOut::revisitedAt),
            Column.of(
                    "closedOutBy",
                    line -> line.closedOutByName() == null ? line.closedOutBy() : line.closedOutByName()),
            Column.of("closedOutAt", CloseOut::closedOutAt),
            Column.yesOrNo("reopenedSince", CloseOut::reopenedSince),
            Column.of("reopenedAt", CloseOut::reopenedAt),
            Column.of("caseId", CloseOut::caseId));

    private CloseOutColumns() {}

    private static String evidence(CloseOut line, Labels labels) {
        return line.evidence().entrySet().stream()
                .map(kind -> labels.constant(EvidenceType.class, kind.getKey()) + " " + kind.getValue())
                .collect(Collectors.joining("; "));
    }
}
