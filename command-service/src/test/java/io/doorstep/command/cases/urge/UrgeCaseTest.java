package io.doorstep.command.cases.urge;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.wholeLife;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 催办。 */
class UrgeCaseTest {

    private static final Private WORDS = new Private("words");

    @Test
    void those_above_press_for_progress_while_the_case_is_open() {
        given(reported(), assigned())
                .when(SUPERVISOR, new UrgeCase(ID, null, WORDS))
                .leaves(CaseUrged.class);
        given(reported(), assigned())
                .when(UNIT_HANDLER, new UrgeCase(ID, null, WORDS))
                .isRefused(ROLE_MAY_NOT);
        given(wholeLife()).when(SUPERVISOR, new UrgeCase(ID, null, WORDS)).isRefused(CASE_IS_CLOSED_OUT);
    }
}
