package io.doorstep.command.cases.mediate;

import static io.doorstep.command.cases.decision.Refusal.AGREEMENT_REACHED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.PERFORMANCE_BEFORE_AGREEMENT;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.AgreementForm;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 达成调解协议。 Put on record what the parties agreed on and by when it is to be performed; a cycle has one agreement. */
public record ReachAgreement(
        CaseId caseId,
        @Nullable Instant occurredAt,
        String agreementId,
        AgreementForm form,
        Private content,
        @Nullable LocalDate performBy)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        Disputes.check(before, at);
        before.mustBeOpen();
        AGREEMENT_REACHED_ALREADY.when(
                before.mediation().agreement() != null || before.later().thisCycle(AgreementReached.class));
        PERFORMANCE_BEFORE_AGREEMENT.when(
                performBy != null && performBy.isBefore(at.deadlines().day(at.when())));
        var id = caseId.value();
        var due = at.deadlines().due(DeadlineClock.JUDICIAL_CONFIRMATION, at.when());
        return List.of(new AgreementReached(
                id,
                at.when(),
                agreementId,
                form.name(),
                at.seal(id, content),
                performBy,
                due.lastDay(),
                due.policyVersion()));
    }
}
