package io.doorstep.command.cases.review;

import static io.doorstep.command.cases.decision.Refusal.APPEAL_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.NO_REVIEW_PENDING;
import static io.doorstep.command.cases.decision.Refusal.RECHECK_BEFORE_REVIEW;
import static io.doorstep.command.cases.decision.Refusal.REVIEWER_HANDLED_THE_CASE;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_BEFORE_OPINION;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_IS_FINAL;
import static io.doorstep.command.cases.decision.Refusal.REVIEW_PENDING;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.reviewDecided;
import static io.doorstep.events.cases.CaseStories.reviewRequested;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.identity.Actor;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.ReviewStage;
import io.doorstep.terms.Role;
import org.junit.jupiter.api.Test;

/** 复查与复核。 */
class ReviewTest {

    private static RequestReview request(ReviewStage stage) {
        return new RequestReview(ID, null, stage, null);
    }

    private static DecideReview decide(ReviewDecision decision) {
        return new DecideReview(ID, null, null, decision, null);
    }

    @Test
    void review_then_recheck_and_then_it_is_final() {
        var story = given(wholeLife()).today("2026-05-25");
        story.when(BUREAU, request(ReviewStage.RECHECK)).isRefused(RECHECK_BEFORE_REVIEW);
        assertThat(story.when(BUREAU, request(ReviewStage.REVIEW))
                        .leaves(ReviewRequested.class)
                        .decisionDue())
                .isEqualTo("2026-06-24");
        story.today("2026-05-26").when(BUREAU, request(ReviewStage.REVIEW)).isRefused(REVIEW_PENDING);
        story.when(SUPERVISOR, new DecideReview(ID, null, ReviewStage.RECHECK, ReviewDecision.UPHELD, null))
                .isRefused(NO_REVIEW_PENDING);
        story.today("2026-06-10")
                .when(SUPERVISOR, decide(ReviewDecision.UPHELD))
                .leaves(ReviewDecided.class);
        story.today("2026-06-11").when(BUREAU, request(ReviewStage.REVIEW)).isRefused(REVIEW_IS_FINAL);
        story.when(BUREAU, request(ReviewStage.RECHECK)).leaves(ReviewRequested.class);
        story.today("2026-06-20")
                .when(SUPERVISOR, decide(ReviewDecision.UPHELD))
                .leaves(ReviewDecided.class);
        story.today("2026-06-21").when(BUREAU, request(ReviewStage.RECHECK)).isRefused(REVIEW_IS_FINAL);
        story.when(SUPERVISOR, decide(ReviewDecision.UPHELD)).isRefused(NO_REVIEW_PENDING);
    }

    @Test
    void the_right_to_appeal_lapses_with_its_last_day() {
        // resolved on the 12th of May
        given(wholeLife())
                .today("2026-06-11")
                .when(BUREAU, request(ReviewStage.REVIEW))
                .leaves(ReviewRequested.class);
        given(wholeLife())
                .today("2026-06-12")
                .when(BUREAU, request(ReviewStage.REVIEW))
                .isRefused(APPEAL_PERIOD_OVER);

        upheld().today("2026-07-15").when(BUREAU, request(ReviewStage.RECHECK)).leaves(ReviewRequested.class);
        upheld().today("2026-07-16").when(BUREAU, request(ReviewStage.RECHECK)).isRefused(APPEAL_PERIOD_OVER);
    }

    private static CaseStory upheld() {
        return given(wholeLife()).and(reviewRequested(), BUREAU).and(reviewDecided("UPHELD"), SUPERVISOR);
    }

    @Test
    void an_opinion_that_is_revoked_reopens_the_case() {
        var answer = given(wholeLife()).and(reviewRequested(), BUREAU).when(SUPERVISOR, decide(ReviewDecision.REVOKED));
        answer.leavesInOrder(ReviewDecided.class, CaseReopened.class);
        assertThat(answer.facts().get(1))
                .isInstanceOfSatisfying(
                        CaseReopened.class,
                        reopened -> assertThat(reopened.cause()).isEqualTo("REVIEW"));
    }

    @Test
    void there_is_no_appeal_before_the_opinion_and_no_decision_by_who_handled_it() {
        given(reported(), accepted()).when(BUREAU, request(ReviewStage.REVIEW)).isRefused(REVIEW_BEFORE_OPINION);
        given(wholeLife())
                .and(reviewRequested(), BUREAU)
                .when(Actor.of(CaseStories.OFFICER, CaseStories.UNIT, Role.SUPERVISOR), decide(ReviewDecision.UPHELD))
                .isRefused(REVIEWER_HANDLED_THE_CASE);
    }
}
