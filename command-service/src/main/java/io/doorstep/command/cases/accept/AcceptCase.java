package io.doorstep.command.cases.accept;

import static io.doorstep.command.cases.decision.Refusal.ACCEPTED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.NOT_SIGNED;
import static io.doorstep.command.cases.decision.Refusal.SAME_MATTER_IS_FINAL;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Finality;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 受理案件。 Take the matter on; the handling period, or the mediation, runs from here. */
public record AcceptCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        @Nullable Private notice) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, PETITION_OFFICER);
        before.mustBeInHandling();
        ACCEPTED_ALREADY.when(before.accepted() || before.later().thisCycle(CaseAccepted.class));
        if (before.unit() == null) {
            NOT_ASSIGNED.when(!at.imported() && !at.actor().is(PETITION_OFFICER));
        } else {
            at.onlyOf(before.unit());
            NOT_SIGNED.when(!before.signed() && !at.imported());
        }
        SAME_MATTER_IS_FINAL.when(!at.imported() && Finality.reached(before, at));
        var clock = DeadlineClock.startedByAcceptanceOf(before.kind());
        var due = at.deadlines().due(clock, at.when());
        var id = caseId.value();
        return List.of(new CaseAccepted(
                id, at.when(), clock.name(), due.lastDay(), due.policyVersion(), at.sealIfAny(id, notice)));
    }
}
