package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.Sealed;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.ReopenCause;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 重开。 How a new cycle begins, whoever found that the matter was not settled. */
public final class Reopening {

    private Reopening() {}

    /**
     * The reopening, or nothing when the case is on record as reopened later anyhow, or as gone.
     *
     * <p>It takes effect when its cause happened; but a cause that becomes known only after the cycle went on (somebody
     * confirmed it, or struck it off) reopens the case as it stands now, for what was done in between was done.
     */
    public static Optional<CaseReopened> of(
            String caseId, ReopenCause cause, @Nullable Sealed reason, CaseState before, Circumstances at) {
        var later = before.later();
        if (later.reopened() || later.leaves()) {
            return Optional.empty();
        }
        var wentOn = later.thisCycle(CaseClosedOut.class) || later.thisCycle(CaseRevisited.class);
        var from = wentOn
                ? Stream.of(at.now(), later.last())
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                : at.when();
        var due = at.deadlines().due(DeadlineClock.startedByAcceptanceOf(before.kind()), from);
        return Optional.of(new CaseReopened(caseId, from, cause.name(), due.lastDay(), due.policyVersion(), reason));
    }
}
