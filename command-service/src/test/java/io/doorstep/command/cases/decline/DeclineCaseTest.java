package io.doorstep.command.cases.decline;

import static io.doorstep.command.cases.decision.Refusal.ACCEPTED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.declined;
import static io.doorstep.events.cases.CaseStories.goneBy;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.signed;
import static io.doorstep.events.cases.CaseStories.voided;
import static io.doorstep.events.cases.CaseStories.withdrawn;

import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 不予受理。 */
class DeclineCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_case_is_declined_with_a_ground_before_it_is_accepted() {
        given(reported(), assigned())
                .when(UNIT_HANDLER, new DeclineCase(ID, null, WORDS, WORDS))
                .leaves(CaseDeclined.class);
        given(reported(), assigned(), signed(), accepted())
                .when(UNIT_HANDLER, new DeclineCase(ID, null, WORDS, null))
                .isRefused(ACCEPTED_ALREADY);
    }

    @Test
    void after_an_exit_nothing_more_is_done() {
        given(goneBy(declined()))
                .when(BUREAU, new DeclineCase(ID, null, WORDS, null))
                .isRefused(CASE_HAS_LEFT);
        given(goneBy(voided()))
                .when(BUREAU, new DeclineCase(ID, null, WORDS, null))
                .isRefused(CASE_IS_VOIDED);
    }

    @Test
    void an_exit_is_never_put_before_an_end_that_is_on_record() {
        given(goneBy(withdrawn()))
                .when(BUREAU, new DeclineCase(ID, on("2026-03-03"), WORDS, null))
                .isRefused(CASE_HAS_LEFT);
    }
}
