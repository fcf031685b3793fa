package io.doorstep.command.cases.visit;

import static io.doorstep.command.cases.decision.Refusal.COMMITMENT_NEEDS_DATE;
import static io.doorstep.command.cases.decision.Refusal.VISIT_ENDS_BEFORE_IT_STARTS;
import static io.doorstep.command.cases.decision.Refusal.VISIT_RECORDED_ALREADY;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.BroughtBack;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Timeliness;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 记录走访。 Put a visit on record, whenever it reaches the office and whatever became of the case. */
public record RecordVisit(
        CaseId caseId,
        @Nullable Instant occurredAt,
        UUID visitId,
        VisitType type,
        List<String> officers,
        String place,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Private peopleMet,
        Private findings,
        VisitOutcome outcome,
        @Nullable LocalDate commitmentBy,
        @Nullable Stance stance,
        @Nullable Private position,
        List<String> attachments)
        implements BroughtBack {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(VISITING_CADRE, HANDLER, UNIT_HEAD, MEDIATOR, COORDINATION_GROUP, PETITION_OFFICER, SUPERVISOR);
        before.mustNotBeVoided();
        var visit = visitId.toString();
        VISIT_RECORDED_ALREADY.when(before.knowsVisit(visit));
        VISIT_ENDS_BEFORE_IT_STARTS.when(endedAt != null && endedAt.isBefore(startedAt));
        Timeliness.mustNotBeAhead(startedAt, at);
        COMMITMENT_NEEDS_DATE.when(outcome == VisitOutcome.COMMITMENT && commitmentBy == null);
        var id = caseId.value();
        return List.of(new CaseVisited(
                id,
                at.when(),
                visit,
                type.name(),
                officers.isEmpty() ? List.of(at.actor().id()) : officers,
                place,
                startedAt,
                endedAt,
                at.sealIfAny(id, peopleMet),
                at.seal(id, findings),
                outcome.name(),
                commitmentBy,
                stance == null ? null : stance.name(),
                at.sealIfAny(id, position),
                attachments));
    }
}
