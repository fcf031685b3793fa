package io.doorstep.command.cases.accept;

import static io.doorstep.command.cases.decision.Refusal.ACCEPTED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.HAPPENED_BEFORE_REPORT;
import static io.doorstep.command.cases.decision.Refusal.LATE_ENTRY_NEEDS_REASON;
import static io.doorstep.command.cases.decision.Refusal.NOT_ASSIGNED;
import static io.doorstep.command.cases.decision.Refusal.NOT_SIGNED;
import static io.doorstep.command.cases.decision.Refusal.OCCURRED_AHEAD_OF_TIME;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.MEDIATOR;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.assigned;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.settledOnTheSpot;
import static io.doorstep.events.cases.CaseStories.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseAccepted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 受理。 */
class AcceptCaseTest {

    @Test
    void sixty_days_run_from_acceptance_and_thirty_for_a_dispute() {
        var accepted = given(reported(), assigned(), signed())
                .today("2026-03-10")
                .when(UNIT_HANDLER, new AcceptCase(ID, null, null))
                .leaves(CaseAccepted.class);
        assertThat(accepted.clock()).isEqualTo("HANDLING");
        assertThat(accepted.handlingDue()).isEqualTo("2026-05-09");
        var dispute = given(settledOnTheSpot().get(0))
                .today("2026-03-10")
                .when(BUREAU, new AcceptCase(ID, null, null))
                .leaves(CaseAccepted.class);
        assertThat(dispute.clock()).isEqualTo("MEDIATION");
    }

    @Test
    void a_unit_signs_before_it_accepts() {
        given(reported(), assigned())
                .when(UNIT_HANDLER, new AcceptCase(ID, null, null))
                .isRefused(NOT_SIGNED);
    }

    @Test
    void only_the_petition_office_accepts_what_nobody_answers_for() {
        given(reported()).when(BUREAU, new AcceptCase(ID, null, null)).leaves(CaseAccepted.class);
        given(reported()).when(MEDIATOR, new AcceptCase(ID, null, null)).isRefused(NOT_ASSIGNED);
    }

    @Test
    void a_case_is_accepted_once() {
        given(reported(), assigned(), signed(), accepted())
                .when(UNIT_HANDLER, new AcceptCase(ID, null, null))
                .isRefused(ACCEPTED_ALREADY);
        given(reported(), assigned(), signed(), accepted())
                .when(UNIT_HANDLER, new AcceptCase(ID, on("2026-03-06"), null))
                .isRefused(ACCEPTED_ALREADY);
    }

    @Test
    void an_acceptance_that_is_recorded_after_the_resolution_is_kept_and_marked() {
        var answer = given(reported(), assigned(), signed(), resolved())
                .when(UNIT_HANDLER, new AcceptCase(ID, on("2026-03-10"), null));
        answer.leaves(CaseAccepted.class);
        assertThat(answer.late()).containsExactly(Optional.of("OUT_OF_ORDER"));
    }

    @Test
    void nothing_happens_to_a_case_before_its_report() {
        given(reported())
                .when(BUREAU, new AcceptCase(ID, on("2026-03-01"), null))
                .isRefused(HAPPENED_BEFORE_REPORT);
    }

    @Test
    void nothing_happens_ahead_of_time_or_years_ago_without_a_reason() {
        given(reported())
                .when(BUREAU, new AcceptCase(ID, on("2026-07-01"), null))
                .isRefused(OCCURRED_AHEAD_OF_TIME);
        given(reported())
                .today("2027-06-30")
                .when(BUREAU, new AcceptCase(ID, on("2026-03-04"), null))
                .isRefused(LATE_ENTRY_NEEDS_REASON);
        given(reported())
                .today("2027-06-30")
                .withLateReason()
                .when(BUREAU, new AcceptCase(ID, on("2026-03-04"), null))
                .leaves(CaseAccepted.class);
        given(reported())
                .today("2027-06-30")
                .fromLedger()
                .when(PRIVACY, new AcceptCase(ID, on("2026-03-04"), null))
                .leaves(CaseAccepted.class);
    }
}
