package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_RECUSED;
import static io.doorstep.command.cases.decision.Refusal.MEDIATOR_WAS_REFUSED;
import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.MediatorsNamed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 确定调解员。 Say who mediates a dispute from now on; whom a party refused is not named again. */
public record NameMediators(
        CaseId caseId, @Nullable Instant occurredAt, List<String> mediators, boolean chosenByParties)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        before.mustBeInHandling();
        RESOLVED_ALREADY.when(before.later().thisCycle(CaseResolved.class));
        ASSIGNEE_IS_RECUSED.when(mediators.stream().anyMatch(before::recused));
        MEDIATOR_WAS_REFUSED.when(mediators.stream().anyMatch(before.mediation()::wasRefused));
        return List.of(new MediatorsNamed(
                caseId.value(), at.when(), mediators.stream().distinct().toList(), chosenByParties));
    }
}
