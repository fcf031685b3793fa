package io.doorstep.command.cases.closeout;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_CLOSED_OUT;
import static io.doorstep.command.cases.decision.Refusal.CLOSER_HANDLED_THE_CASE;
import static io.doorstep.command.cases.decision.Refusal.NOT_CONFIRMED_BY_REVISIT;
import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.APPROVER;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reopenedAfterCloseOut;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.revisited;
import static io.doorstep.events.cases.CaseStories.settledOnTheSpot;
import static io.doorstep.events.cases.CaseStories.signed;

import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import org.junit.jupiter.api.Test;

/** 销号。 */
class CloseOutCaseTest {

    private static CloseOutCase closeOut() {
        return new CloseOutCase(ID, null, null);
    }

    private static CaseStory confirmed() {
        return given(reported(), assigned(), signed(), accepted(), resolved(), revisited());
    }

    @Test
    void a_second_pair_of_eyes_strikes_it_off_once() {
        var story = confirmed();
        story.when(APPROVER, closeOut()).leaves(CaseClosedOut.class);
        story.when(APPROVER, closeOut()).isRefused(CASE_IS_CLOSED_OUT);
        story.when(APPROVER, new CloseOutCase(ID, on("2026-05-22"), null)).isRefused(CASE_IS_CLOSED_OUT);
    }

    @Test
    void a_handler_learns_that_he_handled_it_whatever_his_roles() {
        confirmed().when(UNIT_HANDLER, closeOut()).isRefused(CLOSER_HANDLED_THE_CASE);
        confirmed()
                .when(Actor.of(CaseStories.OFFICER, CaseStories.UNIT, Role.CLOSEOUT_APPROVER), closeOut())
                .isRefused(CLOSER_HANDLED_THE_CASE);
        confirmed().when(BUREAU, closeOut()).isRefused(ROLE_MAY_NOT);
    }

    @Test
    void a_revisit_of_this_cycle_must_confirm_it() {
        given(reported(), assigned(), signed(), accepted(), resolved())
                .when(APPROVER, closeOut())
                .isRefused(NOT_CONFIRMED_BY_REVISIT);
        given(reported(), assigned(), signed(), accepted(), resolved(), revisited("2026-05-20", "NOT_REACHED"))
                .when(APPROVER, closeOut())
                .isRefused(NOT_CONFIRMED_BY_REVISIT);
        var secondCycle = given(reopenedAfterCloseOut());
        secondCycle.when(APPROVER, closeOut()).isRefused(NOT_RESOLVED_YET);
        secondCycle
                .and(resolved("2026-06-20"), UNIT_HANDLER)
                .when(APPROVER, closeOut())
                .isRefused(NOT_CONFIRMED_BY_REVISIT);
    }

    @Test
    void a_dispute_settled_on_the_spot_needs_no_revisit() {
        given(settledOnTheSpot()).when(APPROVER, closeOut()).leaves(CaseClosedOut.class);
    }
}
