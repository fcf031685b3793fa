package io.doorstep.command.cases.sign;

import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.SIGNED_ALREADY;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.policy.DeadlineClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 签收。 Take the assignment over; the periods for objection and notice run from here. */
public record SignAssignment(CaseId caseId, @Nullable Instant occurredAt) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, VISITING_CADRE);
        before.mustBeInHandling();
        var unit = before.unit();
        if (unit == null) {
            throw NOT_ASSIGNED.refused();
        }
        at.onlyOf(unit);
        SIGNED_ALREADY.when(before.signed() || before.later().thisAssignment(AssignmentSigned.class));
        var objection = at.deadlines().due(DeadlineClock.OBJECTION, at.when());
        var notice = at.deadlines().due(DeadlineClock.NOTICE, at.when());
        return List.of(new AssignmentSigned(
                caseId.value(), at.when(), unit, objection.lastDay(), notice.lastDay(), objection.policyVersion()));
    }
}
