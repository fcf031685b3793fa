package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.NOT_A_DISPUTE;
import static io.doorstep.command.cases.decision.Refusal.NO_AGREEMENT;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.events.cases.AgreementReached;
import io.doorstep.terms.CaseKind;

/** What all commands of mediation ask first. */
final class Disputes {

    private Disputes() {}

    /** Refuses what is no dispute on record, and who does not answer for it. */
    static void check(CaseState before, Circumstances at) {
        at.only(MEDIATOR, HANDLER, UNIT_HEAD, PETITION_OFFICER);
        before.mustBeOnRecord();
        CASE_HAS_LEFT.when(before.left());
        NOT_A_DISPUTE.when(before.kind() != CaseKind.DISPUTE);
        if (!before.mediation().mediates(at.actor().id())) {
            at.onlyOf(before.unit());
        }
    }

    /** The agreement of this cycle; a refusal when there is none. */
    static AgreementReached agreement(CaseState before) {
        var agreement = before.mediation().agreement();
        if (agreement == null) {
            throw NO_AGREEMENT.refused();
        }
        return agreement;
    }
}
