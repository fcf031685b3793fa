package io.doorstep.command.cases.review;

import static io.doorstep.command.cases.decision.Refusal.APPEAL_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.RECHECK_BEFORE_REVIEW;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_BEFORE_OPINION;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_IS_FINAL;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_PENDING;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.ReviewStage;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 申请复查 / 复核。 Put the petitioner's appeal on record; its decision falls due from here. */
public record RequestReview(
        CaseId caseId,
        @Nullable Instant occurredAt,
        ReviewStage stage,
        @Nullable Private grounds) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP, SUPERVISOR);
        before.mustBeOnRecord();
        CASE_HAS_LEFT.when(before.left());
        REVIEW_PENDING.when(before.pendingReview() != null);
        REVIEW_BEFORE_OPINION.when(!before.resolved());
        var decided = before.decidedReview();
        REVIEW_IS_FINAL.when(
                stage.name().equals(decided) || ReviewStage.RECHECK.name().equals(decided));
        RECHECK_BEFORE_REVIEW.when(stage == ReviewStage.RECHECK && decided == null);
        mustBeInTime(before, at);
        var clock = stage == ReviewStage.REVIEW ? DeadlineClock.REVIEW : DeadlineClock.RECHECK;
        var due = at.deadlines().due(clock, at.when());
        var id = caseId.value();
        return List.of(new ReviewRequested(
                id, at.when(), stage.name(), due.lastDay(), due.policyVersion(), at.sealIfAny(id, grounds)));
    }

    /** The right to appeal lapses (Reg. 35, 36); a ledger tells what was let through then. */
    private void mustBeInTime(CaseState before, Circumstances at) {
        var since = before.appealableSince();
        if (at.imported() || since == null) {
            return;
        }
        APPEAL_PERIOD_OVER.when(at.deadlines().appealOver(since, stage == ReviewStage.RECHECK, at.when()));
    }
}
