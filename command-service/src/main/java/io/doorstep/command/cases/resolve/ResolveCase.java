package io.doorstep.command.cases.resolve;

import static io.doorstep.command.cases.decision.Refusal.EVIDENCE_MISSING;
import static io.doorstep.command.cases.decision.Refusal.NOT_ACCEPTED;
import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.VISIT_NOT_ON_RECORD;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Outcomes;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 化解案件。 Settle the matter, or end its procedure, with at least one piece of evidence. */
public record ResolveCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        ResolutionOutcome outcome,
        ResolutionResult result,
        Private summary,
        List<Proof> proofs,
        @Nullable String visitId,
        @Nullable Stance stance)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, VISITING_CADRE, PETITION_OFFICER);
        before.mustBeInHandling();
        RESOLVED_ALREADY.when(before.later().thisCycle(CaseResolved.class));
        VISIT_NOT_ON_RECORD.when(visitId != null && !before.knowsVisit(visitId));
        if (!before.settledBy(visitId) && proofs.stream().noneMatch(proof -> proof.settles(before))) {
            checkHandling(before, at);
        }
        Outcomes.check(outcome, before.kind(), at);
        EVIDENCE_MISSING.when(proofs.isEmpty() && visitId == null);
        proofs.forEach(proof -> proof.check(before));
        return List.of(resolved(before, at));
    }

    /** What a visit settled at the door needs neither assignment nor acceptance. */
    private static void checkHandling(CaseState before, Circumstances at) {
        at.onlyOf(before.unit());
        if (at.imported() || before.accepted()) {
            return;
        }
        NOT_ACCEPTED.when(before.kind() == CaseKind.PETITION || before.kind() == CaseKind.ACCUSATION);
        NOT_ASSIGNED.when(before.unit() == null);
    }

    private CaseResolved resolved(CaseState before, Circumstances at) {
        var id = caseId.value();
        var evidence =
                proofs.isEmpty() && visitId != null ? List.of(new Proof(EvidenceType.VISIT, null, visitId)) : proofs;
        var due = at.deadlines().due(DeadlineClock.REVISIT, at.when());
        var needsRevisit = at.deadlines().policyAt(at.when()).needsRevisit(before.kind(), false);
        return new CaseResolved(
                id,
                at.when(),
                outcome.name(),
                result.name(),
                at.seal(id, summary),
                evidence.stream().map(proof -> proof.sealed(id, at)).toList(),
                visitId,
                stance == null ? null : stance.name(),
                false,
                needsRevisit ? due.lastDay() : null,
                due.policyVersion());
    }
}
