package io.doorstep.command.cases.returns;

import static io.doorstep.command.cases.decision.Refusal.NO_RETURN_PROPOSED;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Later;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 退办决定。 Take the assignment back, or leave it with the unit. */
public record DecideReturn(
        CaseId caseId,
        @Nullable Instant occurredAt,
        boolean approve,
        @Nullable Private reason) implements CaseCommand {

    public DecideReturn {
        if (!approve && reason == null) {
            throw new IllegalArgumentException("who refuses a return says why");
        }
    }

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP);
        before.mustBeOpen();
        var unit = before.unit();
        if (unit == null) {
            throw NO_RETURN_PROPOSED.refused();
        }
        NO_RETURN_PROPOSED.when(!before.returnProposed() || decidedLater(before.later()));
        var id = caseId.value();
        return List.of(
                approve || reason == null
                        ? new AssignmentReturned(id, at.when(), unit, at.sealIfAny(id, reason))
                        : new AssignmentReturnRefused(id, at.when(), unit, at.seal(id, reason)));
    }

    private static boolean decidedLater(Later later) {
        return later.before(AssignmentReturned.class, AssignmentReturnProposed.class, CaseAssigned.class)
                || later.before(AssignmentReturnRefused.class, AssignmentReturnProposed.class, CaseAssigned.class);
    }
}
