package io.doorstep.command.cases.decision;

import io.doorstep.terms.CaseKind;
import io.doorstep.terms.ResolutionOutcome;

/** 办理结果与类别。 Which ends make sense for which kind; a ledger tells how matters ended then. */
public final class Outcomes {

    private Outcomes() {}

    public static void check(ResolutionOutcome outcome, CaseKind kind, Circumstances at) {
        if (!at.imported()) {
            Refusal.ADOPTED_ONLY_FOR_SUGGESTIONS.when(outcome.isOfSuggestions() && kind != CaseKind.SUGGESTION);
            Refusal.OUTCOME_OF_ANOTHER_KIND.when(!outcome.fits(kind));
        }
    }
}
