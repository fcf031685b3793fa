package io.doorstep.command.cases.visit;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.cases.decision.Refusal.COMMITMENT_NEEDS_DATE;
import static io.doorstep.command.cases.decision.Refusal.INSPECTION_IS_FOR_THE_COORDINATION_GROUP;
import static io.doorstep.command.cases.decision.Refusal.INSPECTION_OF_AN_OPEN_CASE;
import static io.doorstep.command.cases.decision.Refusal.OCCURRED_AHEAD_OF_TIME;
import static io.doorstep.command.cases.decision.Refusal.VISIT_ENDS_BEFORE_IT_STARTS;
import static io.doorstep.command.cases.decision.Refusal.VISIT_RECORDED_ALREADY;
import static io.doorstep.command.testing.CaseStory.CADRE;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.SUPERVISOR;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.accepted;
import static io.doorstep.events.cases.CaseStories.closedOut;
import static io.doorstep.events.cases.CaseStories.goneBy;
import static io.doorstep.events.cases.CaseStories.on;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.resolved;
import static io.doorstep.events.cases.CaseStories.revisited;
import static io.doorstep.events.cases.CaseStories.visited;
import static io.doorstep.events.cases.CaseStories.voided;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 走访。 */
class RecordVisitTest {

    private static final UUID VISIT = UUID.fromString(CaseStories.VISIT);

    private static RecordVisit visit(
            Instant start, @Nullable Instant end, VisitOutcome outcome, @Nullable LocalDate by) {
        return visit(VisitType.DOWN_VISIT, start, end, outcome, by, false);
    }

    private static RecordVisit inspected(Instant start, boolean broughtBack) {
        return visit(VisitType.INSPECTION_VISIT, start, null, VisitOutcome.ESCALATED, null, broughtBack);
    }

    private static RecordVisit visit(
            VisitType type,
            Instant start,
            @Nullable Instant end,
            VisitOutcome outcome,
            @Nullable LocalDate by,
            boolean broughtBack) {
        return new RecordVisit(
                ID,
                start,
                VISIT,
                type,
                List.of(),
                CaseStories.PLACE,
                start,
                end,
                null,
                new Private("found"),
                outcome,
                by,
                null,
                null,
                List.of(),
                broughtBack);
    }

    private static RecordVisit met(Instant start) {
        return visit(start, null, VisitOutcome.ESCALATED, null);
    }

    @Test
    void a_visit_happened_when_it_started_and_whoever_recorded_it_went() {
        var visited = given(reported())
                .today("2026-03-12")
                .when(CADRE, met(on("2026-03-12")))
                .leaves(CaseVisited.class);
        assertThat(visited.occurredAt()).isEqualTo(on("2026-03-12"));
        assertThat(visited.officers()).containsExactly(CADRE.id());
    }

    @Test
    void a_visit_synced_after_the_close_out_is_kept_and_marked() {
        var answer = given(reported(), accepted(), resolved(), revisited(), closedOut())
                .when(CADRE, met(on("2026-04-02")));
        answer.leaves(CaseVisited.class);
        assertThat(answer.late()).containsExactly(Optional.of("OUT_OF_ORDER"));
    }

    @Test
    void only_the_coordination_group_and_supervisors_inspect_and_only_what_was_ended() {
        given(reported(), accepted(), resolved(), revisited(), closedOut())
                .when(CADRE, inspected(on("2026-05-20"), false))
                .isRefused(INSPECTION_IS_FOR_THE_COORDINATION_GROUP);
        given(reported(), accepted(), resolved(), revisited(), closedOut())
                .when(SUPERVISOR, inspected(on("2026-05-20"), false))
                .leaves(CaseVisited.class);
        given(reported(), accepted(), resolved())
                .when(SUPERVISOR, inspected(on("2026-05-20"), false))
                .leaves(CaseVisited.class);
        given(reported(), accepted())
                .when(SUPERVISOR, inspected(on("2026-05-20"), false))
                .isRefused(INSPECTION_OF_AN_OPEN_CASE);
    }

    @Test
    void an_inspection_that_a_telephone_brings_back_stands_whatever_the_rules_say() {
        given(reported(), accepted())
                .when(CADRE, inspected(on("2026-03-20"), true))
                .leaves(CaseVisited.class);
    }

    @Test
    void a_visit_recorded_after_more_than_a_day_is_marked_late() {
        assertThat(given(reported())
                        .today("2026-03-20")
                        .when(CADRE, met(on("2026-03-12")))
                        .late())
                .containsExactly(Optional.of("RECORDED_LATE"));
        assertThat(given(reported())
                        .today("2026-03-20")
                        .when(CADRE, met(on("2026-03-20")))
                        .late())
                .containsExactly(Optional.empty());
    }

    @Test
    void a_visit_may_lie_before_the_report() {
        given(reported()).today("2026-03-03").when(CADRE, met(on("2026-02-27"))).leaves(CaseVisited.class);
    }

    @Test
    void a_visit_is_recorded_once() {
        given(reported(), visited()).when(CADRE, met(on("2026-03-13"))).isRefused(VISIT_RECORDED_ALREADY);
        given(reported(), visited()).when(CADRE, met(on("2026-03-11"))).isRefused(VISIT_RECORDED_ALREADY);
    }

    @Test
    void a_visit_ends_after_it_starts_and_not_in_the_future() {
        given(reported())
                .when(CADRE, visit(on("2026-03-12"), on("2026-03-11"), VisitOutcome.NOT_MET, null))
                .isRefused(VISIT_ENDS_BEFORE_IT_STARTS);
        given(reported()).when(CADRE, met(on("2026-07-12"))).isRefused(OCCURRED_AHEAD_OF_TIME);
    }

    @Test
    void a_commitment_names_its_day() {
        given(reported())
                .when(CADRE, visit(on("2026-03-12"), null, VisitOutcome.COMMITMENT, null))
                .isRefused(COMMITMENT_NEEDS_DATE);
        given(reported())
                .when(CADRE, visit(on("2026-03-12"), null, VisitOutcome.COMMITMENT, LocalDate.parse("2026-04-01")))
                .leaves(CaseVisited.class);
    }

    @Test
    void a_voided_case_is_visited_no_more() {
        given(goneBy(voided())).when(CADRE, met(on("2026-03-12"))).isRefused(CASE_IS_VOIDED);
        given(goneBy(voided())).when(CADRE, met(on("2026-03-03"))).leaves(CaseVisited.class);
    }
}
