package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.Change;
import io.doorstep.terms.CaseStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 归纳。 */
class CaseFoldTest {

    private final Life life = new Life("c1");

    @Test
    void a_case_goes_through_its_stages() {
        life.untilClosedOut();
        var stages = new ArrayList<CaseStatus>();
        for (var day = 0; day <= 6; day++) {
            stages.add(at(day).status());
        }

        assertThat(stages)
                .containsExactly(
                        CaseStatus.REPORTED,
                        CaseStatus.ASSIGNED,
                        CaseStatus.SIGNED,
                        CaseStatus.ACCEPTED,
                        CaseStatus.RESOLVED,
                        CaseStatus.REVISITED,
                        CaseStatus.CLOSED_OUT);
        assertThat(at(5).open()).isTrue();
        assertThat(at(5).inForce()).isPresent();
        assertThat(at(6).open()).isFalse();
        assertThat(at(6).inForce()).isEmpty();
        assertThat(at(6).answering()).isPresent();
        assertThat(CaseFold.of(life.facts(), day(-1))).isEmpty();
    }

    @Test
    void a_reopened_case_has_another_cycle_and_keeps_its_unit() {
        life.untilClosedOut().on(9, life.reopened(9, "REQUEST"));

        var now = at(9);

        assertThat(now.cycles()).hasSize(2);
        assertThat(now.cycles().get(0).closedOutAt()).isEqualTo(day(6));
        assertThat(now.cycles().get(0).reopenedAt()).isEqualTo(day(9));
        assertThat(now.cycle().resolution()).isNull();
        assertThat(now.open()).isTrue();
        assertThat(now.inForce()).get().extracting(Assignment::unit).isEqualTo("u-town");
        assertThat(now.status()).isEqualTo(CaseStatus.ACCEPTED);
    }

    @Test
    void a_revisit_that_found_nothing_settled_reopens_with_a_fact_of_its_own() {
        life.on(0, life.reported(0))
                .on(4, life.resolved(4, null))
                .on(5, life.revisited(5, "NOT_RESOLVED"))
                .on(5, life.reopened(5, "REVISIT"));

        var now = at(5);

        assertThat(now.cycles().get(0).lastVerdict()).isEqualTo("NOT_RESOLVED");
        assertThat(now.cycles().get(0).closedOutAt()).isNull();
        assertThat(now.cycle().number()).isEqualTo(2);
        assertThat(now.open()).isTrue();
    }

    @Test
    void a_close_out_dated_after_its_reopening_by_a_fast_clock_stays_with_its_cycle() {
        life.on(0, life.reported(0)).on(4, life.resolved(4, null));
        life.recorded(6, life.closedOut(7)).recorded(6, life.reopened(6, "REQUEST"));

        assertThat(at(8).open()).isTrue();
        assertThat(at(8).cycles().get(0).closedOutAt()).isEqualTo(day(7));
    }

    @Test
    void a_signature_dated_before_its_assignment_by_a_slow_clock_still_counts() {
        life.on(0, life.reported(0)).recorded(2, life.assigned(3, "u-town")).recorded(2, life.signed(2, "u-town"));

        assertThat(at(3).status()).isEqualTo(CaseStatus.SIGNED);
        assertThat(at(3).cycle().noticeDue()).isNotNull();
        assertThat(at(2).status()).isEqualTo(CaseStatus.REPORTED);
    }

    @Test
    void a_returned_assignment_is_over_and_its_unit_owes_no_notice() {
        life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-town"))
                .on(2, life.signed(2, "u-town"))
                .on(3, life.returned(3, "u-town"));

        assertThat(at(3).inForce()).isEmpty();
        assertThat(at(3).timesReturned()).isEqualTo(1);
        assertThat(at(3).cycle().noticeDue()).isNull();
        assertThat(at(3).status()).isEqualTo(CaseStatus.REPORTED);
    }

    @Test
    void another_assignment_replaces_the_one_before() {
        life.on(0, life.reported(0)).on(1, life.assigned(1, "u-town")).on(2, life.assigned(2, "u-water"));

        assertThat(at(2).assignments())
                .extracting(Assignment::unit, Assignment::ended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("u-town", AssignmentEnd.REPLACED),
                        org.assertj.core.groups.Tuple.tuple("u-water", null));
    }

    @Test
    void a_resolution_by_a_visit_to_the_home_is_a_doorstep_one_even_when_the_visit_is_recorded_later() {
        life.on(0, life.reported(0))
                .recorded(4, life.resolved(4, "v1"))
                .recorded(9, life.visited(-1, "v1", "DOWN_VISIT"));

        assertThat(at(9).cycle().resolution()).matches(how -> how != null && how.doorstep());
        assertThat(at(9).visits()).hasSize(1);
    }

    @Test
    void a_reception_at_the_office_is_no_doorstep_resolution() {
        life.on(0, life.reported(0)).on(1, life.visited(1, "v1", "RECEPTION")).on(1, life.resolved(1, "v1"));

        assertThat(at(9).cycle().resolution()).matches(how -> how != null && !how.doorstep());
    }

    @Test
    void a_correction_holds_from_its_own_moment() {
        life.on(0, life.reported(0))
                .on(
                        3,
                        new CaseCorrected(
                                "c1",
                                day(3),
                                List.of(
                                        new Change("place", "430525100201", "430525101", null, null),
                                        new Change("partySize", "1", "7", null, null),
                                        new Change("accusedUnits", "", "u1,u2", null, null)),
                                Life.WORDS));

        assertThat(at(2).matter().place()).isEqualTo("430525100201");
        assertThat(at(2).joint()).isFalse();
        assertThat(at(3).matter().place()).isEqualTo("430525101");
        assertThat(at(3).joint()).isTrue();
        assertThat(at(3).matter().accusedUnits()).containsExactly("u1", "u2");
    }

    @Test
    void an_exit_ends_the_case_without_a_close_out() {
        life.on(0, life.reported(0)).on(1, life.assigned(1, "u-town")).on(2, new CaseWithdrawn("c1", day(2), null));

        assertThat(at(2).open()).isFalse();
        assertThat(at(2).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(at(2).inForce()).isEmpty();
    }

    @Test
    void every_fact_is_read_or_named_as_history() {
        var known = new ArrayList<Class<? extends CaseEvent>>(CaseFold.handled());
        known.addAll(CaseFold.HISTORY_ONLY);
        known.add(CaseReported.class);

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                        .<Class<? extends CaseEvent>>map(type -> type.asSubclass(CaseEvent.class))
                        .toList());
    }

    @Test
    void the_clock_that_counts_is_the_one_that_ends_first() {
        life.untilClosedOut().on(9, life.reopened(9, "REQUEST"));

        assertThat(clock(0)).isEqualTo("TRANSFER");
        assertThat(clock(2)).isEqualTo("NOTICE");
        assertThat(clock(3)).isEqualTo("HANDLING");
        assertThat(clock(4)).isEqualTo("REVISIT");
        assertThat(RunningClock.of(at(5))).isEmpty();
        assertThat(RunningClock.of(at(6))).isEmpty();
        assertThat(RunningClock.of(at(9))).hasValue(new RunningClock("HANDLING", day(9), LocalDate.of(2026, 8, 1)));
    }

    private String clock(int day) {
        return RunningClock.of(at(day)).orElseThrow().name();
    }

    private CaseAsOf at(int day) {
        return CaseFold.of(life.facts(), day(day)).orElseThrow();
    }
}
