package io.doorstep.command.cases.assign;

import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_ANSWERS_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.ASSIGNEE_IS_ACCUSED;
import static io.doorstep.command.cases.decision.Refusal.REPORT_BACK_BEFORE_ASSIGNMENT;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.CADRE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.values.Assignee;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.Change;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 交办。 */
class AssignCaseTest {

    private static AssignCase to(String unit, @Nullable String reportBackBy) {
        return new AssignCase(
                ID,
                null,
                new Assignee(unit, null, null),
                reportBackBy == null ? null : LocalDate.parse(reportBackBy),
                null);
    }

    @Test
    void a_unit_answers_from_now_on() {
        assertThat(given(reported())
                        .when(BUREAU, to(CaseStories.UNIT, null))
                        .leaves(CaseAssigned.class)
                        .unit())
                .isEqualTo(CaseStories.UNIT);
    }

    @Test
    void an_accused_unit_never_answers() {
        given(reported()).when(BUREAU, to("u-accused", null)).isRefused(ASSIGNEE_IS_ACCUSED);
    }

    @Test
    void nobody_is_assigned_twice_or_asked_to_report_back_yesterday() {
        var story = given(reported());
        story.when(BUREAU, to(CaseStories.UNIT, null)).leaves(CaseAssigned.class);
        story.when(BUREAU, to(CaseStories.UNIT, null)).isRefused(ASSIGNEE_ANSWERS_ALREADY);
        story.when(BUREAU, to("u-other", "2026-06-29")).isRefused(REPORT_BACK_BEFORE_ASSIGNMENT);
    }

    @Test
    void a_cadre_hands_out_what_a_village_meeting_raised_and_nothing_else() {
        given(reported()).when(CADRE, to(CaseStories.UNIT, null)).isRefused(ROLE_MAY_NOT);
        var story = given(reported(), asVillageIssue());
        story.when(CADRE, to(CaseStories.UNIT, null)).leaves(CaseAssigned.class);
        story.when(CADRE, to("u-other", null)).isRefused(ROLE_MAY_NOT);
    }

    private static CaseCorrected asVillageIssue() {
        return new CaseCorrected(
                CaseStories.CASE,
                CaseStories.on("2026-03-03"),
                List.of(new Change("kind", "PETITION", "VILLAGE_ISSUE", null, null)),
                CaseStories.sealed("reason"));
    }
}
