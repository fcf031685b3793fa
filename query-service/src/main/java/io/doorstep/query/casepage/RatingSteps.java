package io.doorstep.query.casepage;

import static io.doorstep.query.casepage.Steps.when;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import java.time.Instant;

/** 评价的下一步。 Whether the work can be rated. */
final class RatingSteps {

    private final CaseAsOf found;
    private final Deadlines deadlines;
    private final Instant now;

    RatingSteps(CaseAsOf found, Deadlines deadlines, Instant now) {
        this.found = found;
        this.deadlines = deadlines;
        this.now = now;
    }

    void into(Steps steps) {
        steps.add(
                "rate",
                "ratings",
                when(windowOver(), "RATING_WINDOW_OVER"),
                PETITION_OFFICER,
                DISPATCHER,
                COORDINATION_GROUP,
                SUPERVISOR,
                VISITING_CADRE);
    }

    /** Whether the days are over in which the petitioner may rate the work. */
    private boolean windowOver() {
        var resolvedAt = found.cycle().resolvedAt();
        return resolvedAt != null && deadlines.overdue(deadlines.lastDayToRate(resolvedAt), now);
    }
}
