package io.doorstep.command.cases.report;

import static io.doorstep.command.cases.decision.Refusal.EVIDENCE_MISSING;

import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Outcomes;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.Evidence;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 当场化解。 How a matter was settled on the spot, for the 30-second entry.
 *
 * @param visitType when somebody settled it on a visit, which sort of visit it was
 */
public record Settlement(
        ResolutionOutcome outcome,
        Private summary,
        Private evidence,
        @Nullable Stance stance,
        @Nullable VisitType visitType,
        @Nullable UUID visitId) {

    List<CaseEvent> facts(String caseId, CaseKind kind, String place, Circumstances at) {
        EVIDENCE_MISSING.when(evidence.words().isBlank());
        Outcomes.check(outcome, kind, at);
        var facts = new ArrayList<CaseEvent>();
        var visit = visitType == null ? null : visit(caseId, place, visitType, at);
        if (visit != null) {
            facts.add(visit);
        }
        var due = at.deadlines().due(DeadlineClock.REVISIT, at.when());
        facts.add(new CaseResolved(
                caseId,
                at.when(),
                outcome.name(),
                ResolutionResult.SETTLED.name(),
                at.seal(caseId, summary),
                List.of(new Evidence(EvidenceType.TEXT.name(), at.seal(caseId, evidence), null)),
                visit == null ? null : visit.visitId(),
                stance == null ? null : stance.name(),
                true,
                at.deadlines().policyAt(at.when()).needsRevisit(kind, true) ? due.lastDay() : null,
                due.policyVersion()));
        return facts;
    }

    private CaseVisited visit(String caseId, String place, VisitType type, Circumstances at) {
        return new CaseVisited(
                caseId,
                at.when(),
                (visitId == null ? UUID.randomUUID() : visitId).toString(),
                type.name(),
                List.of(at.actor().id()),
                place,
                at.when(),
                null,
                null,
                at.seal(caseId, summary),
                VisitOutcome.RESOLVED_ON_SPOT.name(),
                null,
                stance == null ? null : stance.name(),
                null,
                List.of());
    }
}
