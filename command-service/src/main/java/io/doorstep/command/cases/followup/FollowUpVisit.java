package io.doorstep.command.cases.followup;

import static io.doorstep.command.cases.decision.Refusal.FOLLOWED_UP_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_WAS_PROMISED;
import static io.doorstep.command.cases.decision.Refusal.PROMISE_TO_BE_ANSWERED;
import static io.doorstep.command.cases.decision.Refusal.REASON_MISSING;
import static io.doorstep.command.cases.decision.Refusal.VISIT_NOT_ON_RECORD;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.terms.FollowUp;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 走访后续。 Put on record what became of what a visit left open; what was not done may be done later. */
public record FollowUpVisit(
        CaseId caseId,
        @Nullable Instant occurredAt,
        UUID visitId,
        FollowUp result,
        @Nullable Private remark) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, HANDLER, UNIT_HEAD, MEDIATOR, VISITING_CADRE, SUPERVISOR);
        before.mustBeOnRecord();
        var visit = visitId.toString();
        VISIT_NOT_ON_RECORD.when(!before.knowsVisit(visit));
        var promised = before.visits()
                .anyMatch(one -> one.visitId().equals(visit) && one.outcome().equals(VisitOutcome.COMMITMENT.name()));
        NOTHING_WAS_PROMISED.when(!promised && result != FollowUp.NOTHING_FOLLOWS);
        PROMISE_TO_BE_ANSWERED.when(promised && result == FollowUp.NOTHING_FOLLOWS);
        FOLLOWED_UP_ALREADY.when(before.followUp(visit)
                .filter(known ->
                        !known.equals(FollowUp.COMMITMENT_BROKEN.name()) || result == FollowUp.COMMITMENT_BROKEN)
                .isPresent());
        REASON_MISSING.when(result != FollowUp.COMMITMENT_KEPT && remark == null);
        var id = caseId.value();
        return List.of(new VisitFollowedUp(id, at.when(), visit, result.name(), at.sealIfAny(id, remark)));
    }
}
