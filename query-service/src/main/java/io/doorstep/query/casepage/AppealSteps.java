package io.doorstep.query.casepage;

import static io.doorstep.query.casepage.Steps.when;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Review;
import io.doorstep.terms.ReviewStage;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** 复查复核的下一步。 What can be done about an appeal. */
final class AppealSteps {

    private final CaseAsOf found;
    private final Deadlines deadlines;
    private final Instant now;

    AppealSteps(CaseAsOf found, Deadlines deadlines, Instant now) {
        this.found = found;
        this.deadlines = deadlines;
        this.now = now;
    }

    /** @param handled whether the reader handled the case himself */
    void into(Steps steps, boolean handled) {
        var pending = found.reviews().stream()
                .filter(review -> review.decision() == null)
                .findFirst();
        if (pending.isPresent()) {
            pending(steps, pending.get(), handled);
        } else {
            var isFinal = againstThisOpinion().count() >= ReviewStage.values().length;
            steps.add(
                    "requestReview",
                    "reviews",
                    isFinal ? "REVIEW_IS_FINAL" : when(lapsed(), "APPEAL_PERIOD_OVER"),
                    PETITION_OFFICER,
                    DISPATCHER,
                    COORDINATION_GROUP,
                    SUPERVISOR);
        }
    }

    private void pending(Steps steps, Review review, boolean handled) {
        var paused = review.pausedSince() != null;
        if (paused) {
            steps.add("endHearing", "reviews/hearing/end", null, SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
        } else if (review.stage().equals(ReviewStage.RECHECK.name())) {
            var due = review.decisionDue();
            steps.add(
                    "beginHearing",
                    "reviews/hearing",
                    when(due != null && deadlines.overdue(due, now), "HEARING_AFTER_DUE_DATE"),
                    SUPERVISOR,
                    COORDINATION_GROUP,
                    PETITION_OFFICER);
        }
        var why = handled ? "REVIEWER_HANDLED_THE_CASE" : when(paused, "HEARING_GOES_ON");
        steps.add("decideReview", "reviews/decision", why, SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
    }

    /** Whether the petitioner let the days go by in which he could have appealed against the opinion, or the review of it. */
    boolean lapsed() {
        var decided = againstThisOpinion()
                .map(Review::decidedAt)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
        var since = decided.orElse(found.cycle().resolvedAt());
        return since != null && deadlines.appealOver(since, decided.isPresent(), now);
    }

    /** An opinion that came after a reopening can be appealed against afresh. */
    Stream<Review> againstThisOpinion() {
        var opinion = found.cycle().resolvedAt();
        return found.reviews().stream().filter(review -> {
            var requestedAt = review.requestedAt();
            return opinion == null || requestedAt == null || !requestedAt.isBefore(opinion);
        });
    }
}
