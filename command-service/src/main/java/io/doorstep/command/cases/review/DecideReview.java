package io.doorstep.command.cases.review;

import static io.doorstep.command.cases.decision.Refusal.HEARING_GOES_ON;
import static io.doorstep.command.cases.decision.Refusal.NO_REVIEW_PENDING;
import static io.doorstep.command.cases.decision.Refusal.REVIEWER_HANDLED_THE_CASE;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Later;
import io.doorstep.command.cases.decision.Recheck;
import io.doorstep.command.cases.decision.Reopening;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.terms.ReopenCause;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.ReviewStage;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 复查 / 复核决定。 Decide the appeal; an opinion that is changed or revoked reopens the case in the same breath. */
public record DecideReview(
        CaseId caseId,
        @Nullable Instant occurredAt,
        @Nullable ReviewStage stage,
        ReviewDecision decision,
        @Nullable Private summary)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
        before.mustBeOnRecord();
        var pending = before.pendingReview();
        if (pending == null || (stage != null && !stage.name().equals(pending)) || decidedLater(before.later())) {
            throw NO_REVIEW_PENDING.refused();
        }
        HEARING_GOES_ON.when(before.recheck().filter(Recheck::paused).isPresent() || Recheck.heard(before.later()));
        REVIEWER_HANDLED_THE_CASE.when(
                !at.imported() && before.handledBy(at.actor().id()));
        var id = caseId.value();
        var facts = new ArrayList<CaseEvent>();
        facts.add(new ReviewDecided(id, at.when(), pending, decision.name(), at.sealIfAny(id, summary)));
        if (decision != ReviewDecision.UPHELD && before.resolved()) {
            Reopening.of(id, ReopenCause.REVIEW, null, before, at).ifPresent(facts::add);
        }
        return facts;
    }

    private static boolean decidedLater(Later later) {
        return later.before(ReviewDecided.class, ReviewRequested.class);
    }
}
