package io.doorstep.command.cases.withdraw;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.wholeLife;

import io.doorstep.events.cases.CaseWithdrawn;
import org.junit.jupiter.api.Test;

/** 撤回。 */
class WithdrawCaseTest {

    @Test
    void the_petitioner_takes_it_back_while_it_is_open() {
        given(reported(), assigned())
                .when(BUREAU, new WithdrawCase(ID, null, null))
                .leaves(CaseWithdrawn.class);
        given(wholeLife()).when(BUREAU, new WithdrawCase(ID, null, null)).isRefused(CASE_IS_CLOSED_OUT);
        given(reported()).when(MEDIATOR, new WithdrawCase(ID, null, null)).isRefused(ROLE_MAY_NOT);
    }
}
