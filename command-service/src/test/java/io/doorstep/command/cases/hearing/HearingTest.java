package io.doorstep.command.cases.hearing;

import static io.doorstep.command.cases.decision.Refusal.HEARING_AFTER_DUE_DATE;
import static io.doorstep.command.cases.decision.Refusal.HEARING_BEGUN_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.HEARING_GOES_ON;
import static io.doorstep.command.cases.decision.Refusal.NO_HEARING;
import static io.doorstep.command.cases.decision.Refusal.NO_RECHECK_PENDING;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.CASE;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reviewDecided;
import static io.doorstep.events.cases.CaseStories.reviewRequested;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.review.DecideReview;
import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.terms.ReviewDecision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 复核听证：听证的日子不计入三十日（《信访工作条例》第三十六条）。 */
class HearingTest {

    private static final BeginHearing BEGIN = new BeginHearing(ID, null);
    private static final EndHearing END = new EndHearing(ID, null);
    private static final DecideReview DECIDE = new DecideReview(ID, null, null, ReviewDecision.UPHELD, null);

    /** Asked for on 20 June 2026, so to be decided by Monday, 20 July. */
    private static CaseStory recheck() {
        return given(wholeLife())
                .and(reviewRequested(), BUREAU)
                .and(reviewDecided("UPHELD"), SUPERVISOR)
                .and(
                        new ReviewRequested(
                                CASE, on("2026-06-20"), "RECHECK", LocalDate.parse("2026-07-20"), "national-1", null),
                        BUREAU);
    }

    private static HearingEnded end(CaseStory story, String day) {
        return story.today(day).when(SUPERVISOR, END).leaves(HearingEnded.class);
    }

    @Test
    void the_days_of_the_hearing_are_added_and_the_last_day_rolls_on() {
        var story = recheck().today("2026-07-06");
        assertThat(story.when(SUPERVISOR, BEGIN).leaves(HearingBegun.class).stage())
                .isEqualTo("RECHECK");

        var ended = end(story, "2026-07-10");
        assertThat(ended.hearingDays()).isEqualTo(5);
        // 35 days from 20 June is Saturday, 25 July
        assertThat(ended.decisionDue()).isEqualTo("2026-07-27");
        assertThat(ended.policyVersion()).isEqualTo("national-1");
    }

    @Test
    void a_hearing_of_one_day_takes_one_day_and_two_on_one_day_take_it_once() {
        var story = recheck().today("2026-07-06");
        story.when(SUPERVISOR, BEGIN).leaves(HearingBegun.class);
        assertThat(end(story, "2026-07-06").hearingDays()).isOne();

        story.when(SUPERVISOR, BEGIN).leaves(HearingBegun.class);
        var again = end(story, "2026-07-08");
        assertThat(again.hearingDays()).isEqualTo(2);
        // 33 days from 20 June
        assertThat(again.decisionDue()).isEqualTo("2026-07-23");
    }

    @Test
    void nothing_is_decided_while_it_goes_on() {
        var story = recheck().today("2026-07-06");
        story.when(SUPERVISOR, BEGIN).leaves(HearingBegun.class);
        story.today("2026-07-25").when(SUPERVISOR, DECIDE).isRefused(HEARING_GOES_ON);
        story.when(SUPERVISOR, BEGIN).isRefused(HEARING_BEGUN_ALREADY);
        end(story, "2026-07-25");
        story.today("2026-07-26").when(SUPERVISOR, END).isRefused(NO_HEARING);
        story.when(SUPERVISOR, DECIDE).leaves(ReviewDecided.class);
        story.today("2026-07-27").when(SUPERVISOR, BEGIN).isRefused(NO_RECHECK_PENDING);
    }

    @Test
    void it_pauses_a_recheck_that_is_pending_and_whose_days_still_run() {
        given(wholeLife())
                .and(reviewRequested(), BUREAU)
                .today("2026-06-02")
                .when(SUPERVISOR, BEGIN)
                .isRefused(NO_RECHECK_PENDING);
        recheck().today("2026-07-20").when(SUPERVISOR, BEGIN).leaves(HearingBegun.class);
        recheck().today("2026-07-21").when(SUPERVISOR, BEGIN).isRefused(HEARING_AFTER_DUE_DATE);
        recheck().today("2026-07-06").when(SUPERVISOR, END).isRefused(NO_HEARING);
    }

    @Test
    void what_is_recorded_late_does_not_cross_a_hearing_on_record() {
        var story = recheck().today("2026-07-06");
        story.when(SUPERVISOR, BEGIN).leaves(HearingBegun.class);
        end(story, "2026-07-08");
        story.when(SUPERVISOR, decided(on("2026-07-01"))).isRefused(HEARING_GOES_ON);
        story.when(SUPERVISOR, new BeginHearing(ID, on("2026-07-01"))).isRefused(HEARING_BEGUN_ALREADY);
    }

    private static DecideReview decided(@Nullable Instant when) {
        return new DecideReview(ID, when, null, ReviewDecision.UPHELD, null);
    }
}
