package io.doorstep.command.cases.overdue;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.duties.PassedDuty;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.DeadlinePassed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 标记期限已过。 Put on record that a last day has ended, once. Whether the duty was still open follows from the version of the
 * case that the command was sent for; with more facts than those the desk refuses it, and the next round looks again.
 */
public record MarkDeadlinePassed(CaseId caseId, PassedDuty duty) implements CaseCommand {

    public static MarkDeadlinePassed of(PassedDuty duty) {
        return new MarkDeadlinePassed(new CaseId(UUID.fromString(duty.caseId())), duty);
    }

    @Override
    public Instant occurredAt() {
        return duty.endedAt();
    }

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        before.mustBeOnRecord();
        if (before.passed(duty.clock(), duty.cycle(), duty.lastDay())) {
            return List.of();
        }
        return List.of(new DeadlinePassed(caseId.value(), at.when(), duty.clock(), duty.cycle(), duty.lastDay()));
    }
}
