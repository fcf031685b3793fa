package io.doorstep.query.closeoutlist;

import io.doorstep.query.freeze.FreezableList;
import io.doorstep.query.freeze.Freezer;
import io.doorstep.query.freeze.Side;
import io.doorstep.query.layout.ListRequests;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 定格销号清单。 The close-out list, to be kept and compared. */
@Component
final class FrozenCloseOuts extends FreezableList<CloseOut> {

    private static final String STATE = "state";

    FrozenCloseOuts(CloseOutList list, ListRequests requests, Freezer freezer) {
        super(
                CloseOutList.NAME,
                CloseOutColumns.ALL,
                FrozenCloseOuts::side,
                (viewer, asked) -> {
                    var question = requests.whole(asked, CloseOutList.NAME, CloseOutList.SORTS, Set.of(STATE));
                    var states = ListRequests.constants(asked, STATE, CloseOutState.class);
                    return use -> list.whole(viewer, question, states, use);
                },
                freezer);
    }

    /** A close-out does not stand any more when the case is opened again. */
    @Override
    public boolean canBeTakenBack() {
        return true;
    }

    /** Each cycle is a line of its own; how far it came is part of what was said of it. */
    private static Side side(CloseOut line) {
        return new Side(
                line.caseId() + "/" + line.cycle(),
                CloseOutList.NAME,
                line.caseId(),
                line.number(),
                line.reopenedSince() ? Side.REOPENED : line.state(),
                null);
    }
}
