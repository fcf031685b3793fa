package io.doorstep.command.cases.visit;

import static io.doorstep.command.cases.decision.Refusal.COMMITMENT_NEEDS_DATE;
import static io.doorstep.command.cases.decision.Refusal.INSPECTION_IS_FOR_THE_COORDINATION_GROUP;
import static io.doorstep.command.cases.decision.Refusal.INSPECTION_OF_AN_OPEN_CASE;
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

/**
 * 记录走访。 Put a visit on record, whenever it reaches the office and whatever became of the case.
 *
 * @param broughtBack by a telephone: somebody was there, and nobody is at the desk who could mend the form; what does not fit the rules
 *     of visits is asked about afterwards
 */
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
        List<String> attachments,
        boolean broughtBack)
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
        if (type == VisitType.INSPECTION_VISIT && !broughtBack) {
            // 巡访: the coordination group looks at what others have ended
            INSPECTION_IS_FOR_THE_COORDINATION_GROUP.when(!at.actor().is(COORDINATION_GROUP, SUPERVISOR));
            INSPECTION_OF_AN_OPEN_CASE.when(!before.resolved() && !before.closedOut());
        }
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
