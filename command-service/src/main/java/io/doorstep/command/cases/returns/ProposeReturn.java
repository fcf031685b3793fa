package io.doorstep.command.cases.returns;

import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.OBJECTION_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.RETURN_PROPOSED_ALREADY;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 申请退办。 Say within the objection period that the matter is not this unit's. */
public record ProposeReturn(CaseId caseId, @Nullable Instant occurredAt, Private reason) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, VISITING_CADRE);
        before.mustBeInHandling();
        var unit = before.unit();
        if (unit == null) {
            throw NOT_ASSIGNED.refused();
        }
        at.onlyOf(unit);
        RETURN_PROPOSED_ALREADY.when(before.returnProposed());
        var lastDay = before.objectionDue();
        OBJECTION_PERIOD_OVER.when(lastDay != null && at.deadlines().overdue(lastDay, at.when()));
        var id = caseId.value();
        return List.of(new AssignmentReturnProposed(id, at.when(), unit, at.seal(id, reason)));
    }
}
