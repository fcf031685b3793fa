package io.doorstep.command.cases.extend;

import static io.doorstep.command.cases.decision.Refusal.APPROVER_IS_HANDLER;
import static io.doorstep.command.cases.decision.Refusal.APPROVER_IS_NOT_UNIT_HEAD;
import static io.doorstep.command.cases.decision.Refusal.DUE_DATE_UNKNOWN;
import static io.doorstep.command.cases.decision.Refusal.EXTENSION_AFTER_DUE_DATE;
import static io.doorstep.command.cases.decision.Refusal.EXTENSION_TOO_LONG;
import static io.doorstep.command.cases.decision.Refusal.NOTICE_NOT_GIVEN;
import static io.doorstep.command.cases.decision.Refusal.NOT_ACCEPTED;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.UNIT_HEAD;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.testing.CaseStory;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.vault.Private;
import org.junit.jupiter.api.Test;

/** 延期。 */
class ExtendDeadlineTest {

    private static ExtendDeadline days(int days, String approvedBy) {
        return new ExtendDeadline(ID, null, days, new Private("words"), approvedBy, true);
    }

    private static CaseStory inHandling() {
        return given(reported(), assigned(), signed(), accepted()).today("2026-05-08");
    }

    @Test
    void the_new_due_date_is_counted_in_one_go_from_the_start() {
        var story = inHandling();
        assertThat(story.when(UNIT_HANDLER, days(10, CaseStories.HEAD))
                        .leaves(DeadlineExtended.class)
                        .handlingDue())
                .isEqualTo("2026-05-19");
        assertThat(story.when(UNIT_HANDLER, days(20, CaseStories.HEAD))
                        .leaves(DeadlineExtended.class)
                        .handlingDue())
                .isEqualTo("2026-06-08");
        story.when(UNIT_HANDLER, days(1, CaseStories.HEAD)).isRefused(EXTENSION_TOO_LONG);
    }

    @Test
    void the_last_day_is_early_enough_and_the_next_is_too_late() {
        inHandling()
                .today("2026-05-09")
                .when(UNIT_HANDLER, days(10, CaseStories.HEAD))
                .leaves(DeadlineExtended.class);
        inHandling()
                .today("2026-05-10")
                .when(UNIT_HANDLER, days(10, CaseStories.HEAD))
                .isRefused(EXTENSION_AFTER_DUE_DATE);
    }

    @Test
    void the_unit_s_head_approves_and_not_whoever_handles_it() {
        inHandling().when(UNIT_HANDLER, days(10, "stranger")).isRefused(APPROVER_IS_NOT_UNIT_HEAD);
        var handledByHead = given(
                        reported(),
                        new CaseAssigned(
                                CaseStories.CASE,
                                on("2026-03-04"),
                                CaseStories.UNIT,
                                CaseStories.HEAD,
                                null,
                                null,
                                null),
                        accepted())
                .today("2026-05-08");
        handledByHead.when(UNIT_HEAD, days(10, CaseStories.HEAD)).isRefused(APPROVER_IS_HANDLER);
        handledByHead.when(UNIT_HEAD, days(10, "deputy")).leaves(DeadlineExtended.class);
    }

    @Test
    void the_petitioner_is_told() {
        inHandling()
                .when(UNIT_HANDLER, new ExtendDeadline(ID, null, 10, new Private("words"), CaseStories.HEAD, false))
                .isRefused(NOTICE_NOT_GIVEN);
    }

    @Test
    void what_was_not_accepted_has_no_period_to_extend() {
        given(reported(), assigned(), signed())
                .when(UNIT_HANDLER, days(10, CaseStories.HEAD))
                .isRefused(NOT_ACCEPTED);
        var unknown = new CaseAccepted(CaseStories.CASE, on("2026-03-10"), "HANDLING", null, CaseStories.POLICY, null);
        given(reported(), assigned(), signed(), unknown)
                .when(UNIT_HANDLER, days(10, CaseStories.HEAD))
                .isRefused(DUE_DATE_UNKNOWN);
    }
}
