package io.doorstep.command.cases.rate;

import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.RATED_ALREADY;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.wholeLife;

import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.Satisfaction;
import org.junit.jupiter.api.Test;

/** 满意度评价。 */
class RateSatisfactionTest {

    private static RateSatisfaction rate(RatingTarget target) {
        return new RateSatisfaction(ID, null, target, Satisfaction.SATISFIED, null);
    }

    @Test
    void each_target_is_rated_once_in_a_cycle() {
        var story = given(wholeLife());
        story.when(BUREAU, rate(RatingTarget.HANDLING_UNIT)).isRefused(RATED_ALREADY);
        story.when(BUREAU, rate(RatingTarget.PETITION_BUREAU)).leaves(SatisfactionRated.class);
        story.when(BUREAU, rate(RatingTarget.PETITION_BUREAU)).isRefused(RATED_ALREADY);
    }

    @Test
    void what_is_not_resolved_is_not_rated() {
        given(reported()).when(BUREAU, rate(RatingTarget.HANDLING_UNIT)).isRefused(NOT_RESOLVED_YET);
    }
}
