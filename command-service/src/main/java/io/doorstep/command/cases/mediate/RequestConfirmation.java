package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.CONFIRMATION_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.CONFIRMATION_REQUESTED_ALREADY;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Mediation.Confirmation;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ConfirmationRequested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 共同申请司法确认。 Put on record that the parties asked a court to confirm their agreement, within its thirty days (Med. 33). */
public record RequestConfirmation(CaseId caseId, @Nullable Instant occurredAt, String court) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        var agreement = Disputes.agreement(before);
        CONFIRMATION_REQUESTED_ALREADY.when(before.mediation().confirmation() != Confirmation.NOT_REQUESTED
                || before.later().thisCycle(ConfirmationRequested.class));
        var lastDay = agreement.confirmationBy();
        CONFIRMATION_PERIOD_OVER.when(
                !at.imported() && lastDay != null && at.deadlines().overdue(lastDay, at.when()));
        return List.of(new ConfirmationRequested(caseId.value(), at.when(), court));
    }
}
