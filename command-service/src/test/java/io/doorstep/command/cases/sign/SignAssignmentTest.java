package io.doorstep.command.cases.sign;

import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.NOT_OF_THE_ANSWERING_UNIT;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.cases.decision.Refusal.SIGNED_ALREADY;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.returnProposed;
import static io.doorstep.events.cases.CaseStories.returned;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseStories;
import org.junit.jupiter.api.Test;

/** 签收。 */
class SignAssignmentTest {

    @Test
    void the_periods_for_objection_and_notice_run_from_signing() {
        var signed = given(reported(), assigned())
                .today("2026-03-05")
                .when(UNIT_HANDLER, new SignAssignment(ID, null))
                .leaves(AssignmentSigned.class);
        assertThat(signed.objectionDue()).isEqualTo("2026-03-12");
        assertThat(signed.noticeDue()).isEqualTo("2026-03-20");
        assertThat(signed.unit()).isEqualTo(CaseStories.UNIT);
    }

    @Test
    void nobody_signs_for_another_unit() {
        given(reported(), assigned())
                .when(MEDIATOR, new SignAssignment(ID, null))
                .isRefused(NOT_OF_THE_ANSWERING_UNIT);
        given(reported(), assigned())
                .when(PRIVACY, new SignAssignment(ID, null))
                .isRefused(ROLE_MAY_NOT);
    }

    @Test
    void nobody_signs_before_the_assignment_or_twice() {
        given(reported()).when(MEDIATOR, new SignAssignment(ID, null)).isRefused(NOT_ASSIGNED);
        given(reported(), assigned(), signed())
                .when(UNIT_HANDLER, new SignAssignment(ID, null))
                .isRefused(SIGNED_ALREADY);
        given(reported(), assigned(), signed())
                .when(UNIT_HANDLER, new SignAssignment(ID, on("2026-03-04").plusSeconds(60)))
                .isRefused(SIGNED_ALREADY);
    }

    @Test
    void a_new_assignment_of_the_same_unit_is_signed_for_again() {
        given(reported(), assigned(), signed(), returnProposed(), returned(), assigned("2026-03-10"))
                .when(UNIT_HANDLER, new SignAssignment(ID, null))
                .leaves(AssignmentSigned.class);
    }
}
