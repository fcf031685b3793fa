package io.doorstep.command.cases.decline;

import static io.doorstep.command.cases.decision.Refusal.ACCEPTED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 不予受理。 Leave the matter, before it was accepted, for a stated ground. */
public record DeclineCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        Private ground,
        @Nullable Private notice) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, HANDLER, UNIT_HEAD, MEDIATOR);
        before.mustBeInHandling();
        at.onlyOf(before.unit());
        ACCEPTED_ALREADY.when(before.accepted() || before.later().thisCycle(CaseAccepted.class));
        RESOLVED_ALREADY.when(before.later().thisCycle(CaseResolved.class));
        before.later().mustKnowNoEnd();
        var id = caseId.value();
        return List.of(new CaseDeclined(id, at.when(), at.seal(id, ground), at.sealIfAny(id, notice)));
    }
}
