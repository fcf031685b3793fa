package io.doorstep.command.cases.extend;

import static io.doorstep.command.cases.decision.Refusal.APPROVER_IS_HANDLER;
import static io.doorstep.command.cases.decision.Refusal.APPROVER_IS_NOT_UNIT_HEAD;
import static io.doorstep.command.cases.decision.Refusal.DUE_DATE_UNKNOWN;
import static io.doorstep.command.cases.decision.Refusal.EXTENSION_AFTER_DUE_DATE;
import static io.doorstep.command.cases.decision.Refusal.EXTENSION_TOO_LONG;
import static io.doorstep.command.cases.decision.Refusal.NOTICE_NOT_GIVEN;
import static io.doorstep.command.cases.decision.Refusal.NOT_ACCEPTED;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Later;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 延期。 Lengthen the handling period by {@code days}, approved by the unit's head. */
public record ExtendDeadline(
        CaseId caseId, @Nullable Instant occurredAt, int days, Private reason, String approvedBy, boolean noticeGiven)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, PETITION_OFFICER);
        before.mustBeInHandling();
        at.onlyOf(before.unit());
        var since = before.handlingSince();
        if (!before.accepted() || since == null) {
            throw NOT_ACCEPTED.refused();
        }
        var lastDay = before.handlingDue();
        if (lastDay == null) {
            throw DUE_DATE_UNKNOWN.refused();
        }
        EXTENSION_AFTER_DUE_DATE.when(at.deadlines().overdue(lastDay, at.when()));
        NOTICE_NOT_GIVEN.when(!noticeGiven);
        var most = at.deadlines().policyAt(since).maxExtensionDays();
        var soFar = before.extendedDays();
        EXTENSION_TOO_LONG.when(soFar + days + laterDays(before.later()) > most);
        checkApprover(before, at);
        var due = at.deadlines().due(before.clock(), since, soFar + days);
        DUE_DATE_UNKNOWN.when(due.lastDay() == null);
        var id = caseId.value();
        return List.of(new DeadlineExtended(
                id, at.when(), days, due.lastDay(), approvedBy, noticeGiven, due.policyVersion(), at.seal(id, reason)));
    }

    private void checkApprover(CaseState before, Circumstances at) {
        var unit = before.unit() == null ? at.actor().unit() : before.unit();
        APPROVER_IS_NOT_UNIT_HEAD.when(!at.imported() && (unit == null || !at.heads(unit, approvedBy)));
        var handler = before.officer() == null ? before.signer() : before.officer();
        APPROVER_IS_HANDLER.when(approvedBy.equals(handler));
    }

    private static int laterDays(Later later) {
        return later.thisCycle(DeadlineExtended.class)
                ? later.all(DeadlineExtended.class)
                        .mapToInt(DeadlineExtended::days)
                        .sum()
                : 0;
    }
}
