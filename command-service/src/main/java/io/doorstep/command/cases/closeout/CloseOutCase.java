package io.doorstep.command.cases.closeout;

import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.CLOSER_HANDLED_THE_CASE;
import static io.doorstep.command.cases.decision.Refusal.NOT_CONFIRMED_BY_REVISIT;
import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 销号。 Strike the case off, as somebody who neither handled nor resolved it. */
public record CloseOutCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        @Nullable Private remark) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        var handled = !at.imported() && before.handledBy(at.actor().id());
        if (!handled) {
            at.only(CLOSEOUT_APPROVER);
        }
        before.mustBeOpen();
        CASE_HAS_LEFT.when(before.later().leaves());
        CASE_IS_CLOSED_OUT.when(before.later().thisCycle(CaseClosedOut.class));
        NOT_RESOLVED_YET.when(!before.resolved());
        // whatever his role: a handler learns the real reason why he may not strike off his own case
        CLOSER_HANDLED_THE_CASE.when(handled);
        NOT_CONFIRMED_BY_REVISIT.when(!at.imported() && !before.confirmed() && needsRevisit(before, at));
        var id = caseId.value();
        return List.of(new CaseClosedOut(id, at.when(), at.sealIfAny(id, remark)));
    }

    private static boolean needsRevisit(CaseState before, Circumstances at) {
        return at.deadlines().policyAt(at.when()).needsRevisit(before.kind(), before.onTheSpot());
    }
}
