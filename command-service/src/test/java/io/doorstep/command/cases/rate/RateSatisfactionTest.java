package io.doorstep.command.cases.rate;

import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.RATING_WINDOW_OVER;
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

    // resolved on 2026-05-12, 30 days to rate
    private static final String LAST_DAY = "2026-06-11";
    private static final String DAY_AFTER = "2026-06-12";

    private static RateSatisfaction rate(Satisfaction rating) {
        return new RateSatisfaction(ID, null, RatingTarget.HANDLING_UNIT, rating, null);
    }

    @Test
    void a_later_rating_may_follow_while_the_time_to_rate_runs() {
        var story = given(wholeLife()).today(LAST_DAY);
        story.when(BUREAU, rate(Satisfaction.SATISFIED)).leaves(SatisfactionRated.class);
        story.when(BUREAU, rate(Satisfaction.DISSATISFIED)).leaves(SatisfactionRated.class);
    }

    @Test
    void afterwards_only_that_the_time_passed_is_put_on_record() {
        var story = given(wholeLife()).today(DAY_AFTER);
        story.when(BUREAU, rate(Satisfaction.SATISFIED)).isRefused(RATING_WINDOW_OVER);
        story.when(BUREAU, rate(Satisfaction.WINDOW_OVER)).leaves(SatisfactionRated.class);
    }

    @Test
    void a_ledger_brings_what_was_let_through_then() {
        given(wholeLife())
                .today(DAY_AFTER)
                .fromLedger()
                .when(BUREAU, rate(Satisfaction.SATISFIED))
                .leaves(SatisfactionRated.class);
    }

    @Test
    void what_is_not_resolved_is_not_rated() {
        given(reported()).when(BUREAU, rate(Satisfaction.SATISFIED)).isRefused(NOT_RESOLVED_YET);
    }
}
