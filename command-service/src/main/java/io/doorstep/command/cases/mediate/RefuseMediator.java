package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.NOT_A_MEDIATOR_OF_THE_CASE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 当事人不接受调解员。 Put on record that a party does not want a mediator; others are to be named. */
public record RefuseMediator(
        CaseId caseId,
        @Nullable Instant occurredAt,
        String mediator,
        @Nullable Private reason) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        before.mustBeInHandling();
        NOT_A_MEDIATOR_OF_THE_CASE.when(!before.mediation().mediates(mediator));
        var id = caseId.value();
        return List.of(new MediatorRefused(id, at.when(), mediator, at.sealIfAny(id, reason)));
    }
}
