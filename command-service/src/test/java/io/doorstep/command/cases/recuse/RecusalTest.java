package io.doorstep.command.cases.recuse;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_RECUSED;
import static io.doorstep.command.cases.decision.Refusal.NOT_RECUSED;
import static io.doorstep.command.cases.decision.Refusal.RECUSED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.assign.AssignCase;
import io.doorstep.command.cases.note.NoteProgress;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.events.cases.RecusalLifted;
import io.doorstep.vault.Private;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 回避。 */
class RecusalTest {

    private static final Private WHY = new Private("亲属");

    private static RecuseOfficer recuse(String officer) {
        return new RecuseOfficer(ID, null, officer, WHY);
    }

    private static NoteProgress note() {
        return new NoteProgress(ID, null, WHY);
    }

    private static AssignCase to(@Nullable String officer, @Nullable String leadOfficer) {
        return new AssignCase(ID, null, new Assignee(CaseStories.UNIT, officer, leadOfficer), null, null);
    }

    @Test
    void who_recuses_himself_lays_the_case_down_and_knows_of_it_no_more() {
        var story = given(reported(), assigned(), signed());
        story.when(UNIT_HANDLER, note()).leaves(ProgressNoted.class);
        story.when(UNIT_HANDLER, recuse(UNIT_HANDLER.id())).leaves(OfficerRecused.class);
        assertThat(story.when(UNIT_HANDLER, note()).refusal()).isEqualTo("NOT_FOUND");
        story.when(CaseStory.UNIT_HEAD, note()).leaves(ProgressNoted.class);
    }

    @Test
    void nobody_who_is_recused_is_assigned_again() {
        var story = given(reported(), assigned());
        story.when(BUREAU, recuse(CaseStories.OFFICER)).leaves(OfficerRecused.class);
        story.when(BUREAU, recuse(CaseStories.OFFICER)).isRefused(RECUSED_ALREADY);
        story.when(BUREAU, to(CaseStories.OFFICER, null)).isRefused(ASSIGNEE_IS_RECUSED);
        story.when(BUREAU, to(null, CaseStories.OFFICER)).isRefused(ASSIGNEE_IS_RECUSED);
        story.when(BUREAU, to("another", null)).leaves(CaseAssigned.class);
    }

    @Test
    void those_who_supervise_lift_it_and_others_are_recused_by_those_who_assign() {
        var story = given(reported(), assigned());
        story.when(MEDIATOR, recuse(CaseStories.OFFICER)).isRefused(ROLE_MAY_NOT);
        story.when(SUPERVISOR, new LiftRecusal(ID, null, CaseStories.OFFICER, WHY))
                .isRefused(NOT_RECUSED);
        story.when(MEDIATOR, recuse(MEDIATOR.id())).leaves(OfficerRecused.class);
        story.today("2026-07-01")
                .when(BUREAU, new LiftRecusal(ID, null, MEDIATOR.id(), WHY))
                .isRefused(ROLE_MAY_NOT);
        story.when(SUPERVISOR, new LiftRecusal(ID, null, MEDIATOR.id(), WHY)).leaves(RecusalLifted.class);
        story.today("2026-07-02").when(MEDIATOR, note()).leaves(ProgressNoted.class);
    }
}
