package io.doorstep.command.cases.returns;

import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.NO_RETURN_PROPOSED;
import static io.doorstep.command.cases.decision.Refusal.OBJECTION_PERIOD_OVER;
import static io.doorstep.command.cases.decision.Refusal.RETURN_PROPOSED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.UNIT_HEAD;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.returnProposed;
import static io.doorstep.events.cases.CaseStories.returnRefused;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 退办。 */
class ReturnsTest {

    private static final Private WORDS = new Private("words");

    @Test
    void a_unit_proposes_within_five_working_days() {
        given(reported(), assigned(), signed())
                .today("2026-03-12")
                .when(UNIT_HANDLER, new ProposeReturn(ID, null, WORDS))
                .leaves(AssignmentReturnProposed.class);
        given(reported(), assigned(), signed())
                .today("2026-03-13")
                .when(UNIT_HANDLER, new ProposeReturn(ID, null, WORDS))
                .isRefused(OBJECTION_PERIOD_OVER);
    }

    @Test
    void a_unit_proposes_before_it_signs_too_but_only_once() {
        var story = given(reported(), assigned());
        story.when(UNIT_HEAD, new ProposeReturn(ID, null, WORDS)).leaves(AssignmentReturnProposed.class);
        story.when(UNIT_HEAD, new ProposeReturn(ID, null, WORDS)).isRefused(RETURN_PROPOSED_ALREADY);
    }

    @Test
    void the_sender_takes_it_back_and_nobody_answers_any_more() {
        var story = given(reported(), assigned(), returnProposed());
        assertThat(story.when(BUREAU, new DecideReturn(ID, null, true, null))
                        .leaves(AssignmentReturned.class)
                        .unit())
                .isEqualTo(CaseStories.UNIT);
        story.when(MEDIATOR, new ProposeReturn(ID, null, WORDS)).isRefused(NOT_ASSIGNED);
    }

    @Test
    void the_sender_leaves_it_with_the_unit() {
        given(reported(), assigned(), returnProposed())
                .when(BUREAU, new DecideReturn(ID, null, false, WORDS))
                .leaves(AssignmentReturnRefused.class);
    }

    @Test
    void there_must_be_something_to_decide() {
        given(reported(), assigned())
                .when(BUREAU, new DecideReturn(ID, null, true, null))
                .isRefused(NO_RETURN_PROPOSED);
        given(reported(), assigned(), returnProposed(), returnRefused())
                .when(BUREAU, new DecideReturn(ID, on("2026-03-07"), true, null))
                .isRefused(NO_RETURN_PROPOSED);
        given(reported(), assigned(), returnProposed())
                .when(UNIT_HEAD, new DecideReturn(ID, null, true, null))
                .isRefused(ROLE_MAY_NOT);
    }
}
