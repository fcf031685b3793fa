package io.doorstep.command.cases.accept;

import static io.doorstep.command.cases.decision.Refusal.SAME_MATTER_IS_FINAL;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.OTHER;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.CASE;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.signed;

import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 程序终结后不再受理。 The other case had its opinion on 2026-05-12; a review may be asked for until 2026-06-11. */
class FinalityTest {

    private static final AcceptCase ACCEPT = new AcceptCase(ID, null, null);

    @Test
    void who_let_the_days_for_a_review_go_by_is_not_heard_again() {
        repeatOf(reported(), resolved())
                .today("2026-06-11")
                .when(UNIT_HANDLER, ACCEPT)
                .leaves(CaseAccepted.class);
        repeatOf(reported(), resolved())
                .today("2026-06-12")
                .when(UNIT_HANDLER, ACCEPT)
                .isRefused(SAME_MATTER_IS_FINAL);
    }

    @Test
    void a_decided_recheck_is_final_at_once_and_a_pending_appeal_is_not() {
        repeatOf(reported(), resolved(), requested("2026-06-01", "REVIEW"))
                .today("2026-06-30")
                .when(UNIT_HANDLER, ACCEPT)
                .leaves(CaseAccepted.class);
        repeatOf(
                        reported(),
                        resolved(),
                        requested("2026-05-20", "REVIEW"),
                        decided("2026-05-25", "REVIEW"),
                        requested("2026-05-26", "RECHECK"),
                        decided("2026-06-01", "RECHECK"))
                .today("2026-06-02")
                .when(UNIT_HANDLER, ACCEPT)
                .isRefused(SAME_MATTER_IS_FINAL);
    }

    @Test
    void after_a_review_the_days_for_the_recheck_count() {
        var story =
                repeatOf(reported(), resolved(), requested("2026-06-01", "REVIEW"), decided("2026-06-10", "REVIEW"));
        story.today("2026-07-10").when(UNIT_HANDLER, ACCEPT).leaves(CaseAccepted.class);
        repeatOf(reported(), resolved(), requested("2026-06-01", "REVIEW"), decided("2026-06-10", "REVIEW"))
                .today("2026-07-11")
                .when(UNIT_HANDLER, ACCEPT)
                .isRefused(SAME_MATTER_IS_FINAL);
    }

    @Test
    void what_was_reopened_or_is_not_linked_or_comes_from_a_ledger_is_not_refused() {
        repeatOf(
                        reported(),
                        resolved(),
                        new CaseReopened(CASE, on("2026-06-01"), "REQUEST", LocalDate.parse("2026-08-01"), "p", null))
                .today("2026-07-20")
                .when(UNIT_HANDLER, ACCEPT)
                .leaves(CaseAccepted.class);
        given(reported(), assigned(), signed())
                .andOther(reported(), resolved())
                .today("2026-07-20")
                .when(UNIT_HANDLER, ACCEPT)
                .leaves(CaseAccepted.class);
        repeatOf(reported(), resolved())
                .today("2026-07-20")
                .fromLedger()
                .when(BUREAU, ACCEPT)
                .leaves(CaseAccepted.class);
    }

    private static CaseStory repeatOf(CaseEvent... other) {
        var linked = new CaseLinked(CASE, on("2026-03-05"), OTHER.value(), "REPEAT_OF", null);
        return given(reported(), assigned(), signed(), linked).andOther(other);
    }

    private static ReviewRequested requested(String day, String stage) {
        return new ReviewRequested(CASE, on(day), stage, LocalDate.parse("2026-07-30"), "national-1", null);
    }

    private static ReviewDecided decided(String day, String stage) {
        return new ReviewDecided(CASE, on(day), stage, "UPHELD", null);
    }
}
