package io.doorstep.command.cases.reopen;

import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_NOT_BROKEN;
import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_TO_REOPEN;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Reopening;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.terms.ReopenCause;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 重开案件。 Begin a new cycle, because the matter was not settled after all. */
public record ReopenCase(CaseId caseId, @Nullable Instant occurredAt, ReopenCause cause, Private reason)
        implements CaseCommand {

    public ReopenCase(CaseId caseId, @Nullable Instant occurredAt, Private reason) {
        this(caseId, occurredAt, ReopenCause.REQUEST, reason);
    }

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, SUPERVISOR, COORDINATION_GROUP, CLOSEOUT_APPROVER);
        before.mustBeOnRecord();
        CASE_HAS_LEFT.when(before.left());
        NOTHING_TO_REOPEN.when(!before.resolved() || before.later().reopened());
        CASE_IS_CLOSED_OUT.when(before.later().thisCycle(CaseClosedOut.class));
        AGREEMENT_NOT_BROKEN.when(cause == ReopenCause.NOT_PERFORMED
                && !Boolean.FALSE.equals(before.mediation().performed()));
        var id = caseId.value();
        return List.copyOf(Reopening.of(id, cause, at.seal(id, reason), before, at).stream()
                .toList());
    }
}
