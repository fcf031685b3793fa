package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.NO_CONFIRMATION_PENDING;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Mediation.Confirmation;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ConfirmationDecided;
import io.doorstep.terms.ConfirmationDecision;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 司法确认结果。 Put on record what the court made of the agreement. */
public record DecideConfirmation(
        CaseId caseId,
        @Nullable Instant occurredAt,
        ConfirmationDecision decision,
        @Nullable Private remark) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        NO_CONFIRMATION_PENDING.when(before.mediation().confirmation() != Confirmation.PENDING
                || before.later().thisCycle(ConfirmationDecided.class));
        var id = caseId.value();
        return List.of(new ConfirmationDecided(id, at.when(), decision.name(), at.sealIfAny(id, remark)));
    }
}
