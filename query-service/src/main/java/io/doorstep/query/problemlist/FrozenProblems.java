package io.doorstep.query.problemlist;

import io.doorstep.query.freeze.FreezableList;
import io.doorstep.query.freeze.Freezer;
import io.doorstep.query.freeze.Side;
import io.doorstep.query.layout.ListRequests;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 定格问题清单。 The problem list, to be kept and compared. */
@Component
final class FrozenProblems extends FreezableList<Problem> {

    FrozenProblems(ProblemList list, ListRequests requests, Freezer freezer) {
        super(
                ProblemList.NAME,
                ProblemColumns.ALL,
                FrozenProblems::side,
                (viewer, asked) -> {
                    var question = requests.whole(asked, ProblemList.NAME, ProblemList.SORTS, Set.of());
                    return use -> list.whole(viewer, question, use);
                },
                freezer);
    }

    private static Side side(Problem line) {
        return Side.listed(line.caseId(), ProblemList.NAME, line.caseId(), line.number());
    }
}
