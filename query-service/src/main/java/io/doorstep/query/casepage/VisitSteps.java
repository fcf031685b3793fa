package io.doorstep.query.casepage;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.LeftOpen;
import io.doorstep.query.asof.Visit;
import io.doorstep.visits.VisitQuestion;
import java.util.List;

/** 走访的下一步。 Visits, and what they leave open. */
final class VisitSteps {

    private final CaseAsOf found;
    private final Deadlines deadlines;

    VisitSteps(CaseAsOf found, Deadlines deadlines) {
        this.found = found;
        this.deadlines = deadlines;
    }

    void into(Steps steps) {
        if (found.visits().stream().anyMatch(this::isOpen)) {
            steps.add(
                    "followUp",
                    "follow-ups",
                    null,
                    PETITION_OFFICER,
                    DISPATCHER,
                    HANDLER,
                    UNIT_HEAD,
                    MEDIATOR,
                    VISITING_CADRE,
                    SUPERVISOR);
        }
    }

    /** Roles that may record a visit. */
    static void visiting(Steps steps) {
        steps.add(
                "visit",
                "visits",
                null,
                VISITING_CADRE,
                HANDLER,
                UNIT_HEAD,
                MEDIATOR,
                COORDINATION_GROUP,
                PETITION_OFFICER,
                SUPERVISOR);
    }

    /** Whether something is still to be said about a visit: what was promised, or what somebody has to decide. */
    public boolean isOpen(Visit visit) {
        return visit.promises() || !questions(visit).isEmpty();
    }

    public List<VisitQuestion> questions(Visit visit) {
        return LeftOpen.by(visit, found, deadlines);
    }
}
