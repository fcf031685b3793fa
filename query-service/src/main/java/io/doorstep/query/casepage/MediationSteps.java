package io.doorstep.query.casepage;

import static io.doorstep.query.casepage.Steps.when;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Agreement;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 调解的下一步。 What can be done about a dispute that is mediated. */
final class MediationSteps {

    private static final Role[] MEDIATING = {MEDIATOR, HANDLER, UNIT_HEAD, PETITION_OFFICER};

    private final CaseAsOf found;
    private final Deadlines deadlines;
    private final Instant now;

    MediationSteps(CaseAsOf found, Deadlines deadlines, Instant now) {
        this.found = found;
        this.deadlines = deadlines;
        this.now = now;
    }

    /** @param notMine key of the reason for which the reader may not mediate; null when he may */
    void into(Steps steps, @Nullable String notMine) {
        if (!found.matter().kind().equals(CaseKind.DISPUTE.name())) {
            return;
        }
        var handled = found.open() && found.cycle().resolution() == null;
        if (handled) {
            steps.add("nameMediators", "mediation/mediators", notMine, MEDIATING);
            if (!found.mediation().mediators().isEmpty()) {
                steps.add("refuseMediator", "mediation/mediators/refusal", notMine, MEDIATING);
            }
        }
        var agreement = found.mediation().agreement();
        if (agreement.isPresent()) {
            agreed(steps, agreement.get(), notMine);
        } else if (found.open()) {
            steps.add("reachAgreement", "mediation/agreement", notMine, MEDIATING);
        }
    }

    private void agreed(Steps steps, Agreement agreement, @Nullable String notMine) {
        if (!Boolean.TRUE.equals(agreement.performed())) {
            steps.add("recordPerformance", "mediation/performance", notMine, MEDIATING);
        }
        if (agreement.requestedAt() == null) {
            var lastDay = agreement.confirmationBy();
            var over = lastDay != null && deadlines.overdue(lastDay, now);
            steps.add(
                    "requestConfirmation",
                    "mediation/confirmation",
                    notMine == null ? when(over, "CONFIRMATION_PERIOD_OVER") : notMine,
                    MEDIATING);
        } else if (agreement.decidedAt() == null) {
            steps.add("decideConfirmation", "mediation/confirmation/decision", notMine, MEDIATING);
        }
    }
}
