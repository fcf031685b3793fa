package io.doorstep.command.cases.reopen;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.cases.decision.Refusal.NOTHING_TO_REOPEN;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reopenedAfterCloseOut;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.voided;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseReopened;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 重开。 */
class ReopenCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_new_cycle_begins_with_a_fresh_clock() {
        var reopened = given(wholeLife())
                .today("2026-06-01")
                .when(BUREAU, new ReopenCase(ID, null, WORDS))
                .leaves(CaseReopened.class);
        assertThat(reopened.cause()).isEqualTo("REQUEST");
        assertThat(reopened.handlingDue()).isEqualTo("2026-07-31");
    }

    @Test
    void what_was_never_settled_is_not_reopened() {
        given(reported(), accepted())
                .when(BUREAU, new ReopenCase(ID, null, WORDS))
                .isRefused(NOTHING_TO_REOPEN);
        given(reopenedAfterCloseOut())
                .when(BUREAU, new ReopenCase(ID, null, WORDS))
                .isRefused(NOTHING_TO_REOPEN);
        given(wholeLife())
                .when(BUREAU, new ReopenCase(ID, on("2026-05-15"), WORDS))
                .isRefused(CASE_IS_CLOSED_OUT);
        given(reported(), resolved(), voided())
                .today("2026-06-01")
                .when(BUREAU, new ReopenCase(ID, null, WORDS))
                .isRefused(CASE_IS_VOIDED);
    }
}
