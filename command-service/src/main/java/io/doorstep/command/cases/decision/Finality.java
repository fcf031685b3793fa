package io.doorstep.command.cases.decision;

import io.doorstep.terms.CaseKind;
import io.doorstep.terms.LinkKind;
import io.doorstep.terms.ReviewStage;
import java.util.HashSet;
import java.util.Set;

/**
 * 程序终结。 Whether a matter has been through all its stages: the recheck was decided, or the petitioner let the days go by in
 * which he could have asked for review or recheck. Who brings the same facts again is not heard once more (Reg. 35, 36).
 */
public final class Finality {

    private final Circumstances at;
    private final Set<String> asked = new HashSet<>();

    private Finality(Circumstances at) {
        this.at = at;
    }

    /** Whether a person decided that the case is the same matter as one that is final, directly or by way of others. */
    public static boolean reached(CaseState before, Circumstances at) {
        return new Finality(at).repeatsAFinalOne(before);
    }

    private boolean repeatsAFinalOne(CaseState state) {
        return state.linkedAs(LinkKind.REPEAT_OF.name())
                .filter(asked::add)
                .flatMap(other -> at.linked(other).stream())
                .anyMatch(other -> isFinal(other) || repeatsAFinalOne(other));
    }

    private boolean isFinal(CaseState state) {
        if (state.left() || !state.resolved() || state.pendingReview() != null) {
            return false;
        }
        var decided = state.decidedReview();
        if (ReviewStage.RECHECK.name().equals(decided)) {
            return true;
        }
        var since = state.appealableSince();
        if (since == null || state.kind() != CaseKind.PETITION) {
            // only against the opinion on a petition there is the right to a review, which could lapse
            return false;
        }
        return at.deadlines().appealOver(since, decided != null, at.when());
    }
}
