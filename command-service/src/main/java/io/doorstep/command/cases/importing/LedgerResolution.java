package io.doorstep.command.cases.importing;

import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.Evidence;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 台账所记办结。 How the ledger says the matter ended.
 *
 * @param text the ledger's words about it; null when it has a date only
 */
public record LedgerResolution(
        Instant at,
        ResolutionOutcome outcome,
        ResolutionResult result,
        @Nullable Private text) {

    private static final Private LEDGER_SAYS_SO =
            new Private("原台账记载已办结，未附办理情况。 The ledger gives the date of resolution and no text.");

    CaseResolved fact(String caseId, CaseKind kind, Circumstances desk) {
        var words = text == null ? LEDGER_SAYS_SO : text;
        var due = desk.deadlines().due(DeadlineClock.REVISIT, at);
        return new CaseResolved(
                caseId,
                at,
                outcome.name(),
                result.name(),
                desk.seal(caseId, words),
                List.of(new Evidence(EvidenceType.TEXT.name(), desk.seal(caseId, words), null)),
                null,
                null,
                false,
                desk.deadlines().policyAt(at).needsRevisit(kind, false) ? due.lastDay() : null,
                due.policyVersion());
    }
}
