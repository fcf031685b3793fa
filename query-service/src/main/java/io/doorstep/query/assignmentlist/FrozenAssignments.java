package io.doorstep.query.assignmentlist;

import io.doorstep.query.freeze.FreezableList;
import io.doorstep.query.freeze.Freezer;
import io.doorstep.query.freeze.Side;
import io.doorstep.query.layout.ListRequests;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 定格交办清单。 The assignment list, to be kept and compared. */
@Component
final class FrozenAssignments extends FreezableList<AssignmentLine> {

    FrozenAssignments(AssignmentList list, ListRequests requests, Freezer freezer) {
        super(
                AssignmentList.NAME,
                AssignmentColumns.ALL,
                FrozenAssignments::side,
                (viewer, asked) -> {
                    var question = requests.whole(asked, AssignmentList.NAME, AssignmentList.SORTS, Set.of());
                    return use -> list.whole(viewer, question, use);
                },
                freezer);
    }

    /** A case that went on to another unit is another line. */
    private static Side side(AssignmentLine line) {
        return Side.listed(line.caseId() + "/" + line.unit(), AssignmentList.NAME, line.caseId(), line.number());
    }
}
