package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.WORDS;
import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.ConfirmationDecided;
import io.doorstep.events.cases.ConfirmationRequested;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 人民调解：协议到期要有人去了解履行情况，司法确认过期就不能再申请。 */
class MediationTest {

    private static final LocalDate PERFORM_BY = LocalDate.of(2026, 4, 10);
    private static final LocalDate CONFIRM_BY = LocalDate.of(2026, 4, 7);

    private final Reading reading = new Reading(Databases.h2());

    private static Life agreed() {
        var life = new Life("a");
        return life.on(0, life.reported(0, "DISPUTE", List.of()))
                .on(1, life.assigned(1, "u-town"))
                .on(2, new MediatorsNamed("a", day(2), List.of("tang", "chen"), true))
                .on(3, new MediatorRefused("a", day(3), "tang", null))
                .on(4, new AgreementReached("a", day(4), "g1", "WRITTEN", WORDS, PERFORM_BY, CONFIRM_BY, "national-1"))
                .on(5, life.resolved(5, null))
                .on(6, life.revisited(6, "CONFIRMED"))
                .on(7, life.closedOut(7));
    }

    @Test
    void performance_is_due_even_after_the_close_out_until_it_is_known() {
        reading.read(agreed());
        assertThat(duties()).containsExactly("PERFORMANCE 2026-04-10 true");
        var clock = clock(agreed(), "PERFORMANCE", 45);
        assertThat(clock.light()).isEqualTo("BLACK");
        assertThat(clock.source()).isNull();

        var known = agreed().on(41, new PerformanceRecorded("a", day(41), false, null));
        assertThat(RunningClock.duties(CaseFold.of(known.facts()).orElseThrow()))
                .isEmpty();
        assertThat(clock(known, "PERFORMANCE", 45).late()).isTrue();
    }

    @Test
    void the_right_to_confirmation_lapses_without_anybody_being_late() {
        var lapsed = clock(agreed(), "JUDICIAL_CONFIRMATION", 60);
        assertThat(lapsed.light()).isNull();
        assertThat(lapsed.stoppedAt()).isNotNull();

        var asked = agreed().on(20, new ConfirmationRequested("a", day(20), "绥宁县人民法院"))
                .on(25, new ConfirmationDecided("a", day(25), "CONFIRMED", null));
        assertThat(clock(asked, "JUDICIAL_CONFIRMATION", 60).late()).isFalse();
        var agreement =
                CaseFold.of(asked.facts()).orElseThrow().mediation().agreement().orElseThrow();
        assertThat(agreement.court()).isEqualTo("绥宁县人民法院");
        assertThat(agreement.confirmation()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_refused_mediator_is_remembered_and_a_new_cycle_is_not_bound() {
        var life = agreed();
        var mediation = CaseFold.of(life.facts()).orElseThrow().mediation();
        assertThat(mediation.mediators()).containsExactly("chen");
        assertThat(mediation.refused()).containsExactly("tang");

        life.on(50, life.reopened(50, "NOT_PERFORMED"));
        var again = CaseFold.of(life.facts()).orElseThrow();
        assertThat(again.mediation().agreement()).isEmpty();
        assertThat(again.mediation().agreements()).hasSize(1);
        assertThat(RunningClock.duties(again)).extracting(RunningClock::name).doesNotContain("PERFORMANCE");
    }

    private static ClockState clock(Life life, String name, int day) {
        var found = CaseFold.of(life.facts()).orElseThrow();
        return Clocks.of(found, day(day), Reading.deadlines()).stream()
                .filter(one -> one.clock().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> duties() {
        return reading.jdbc()
                .sql("select clock, last_day, awaits_mark from duty order by last_day")
                .query((row, n) -> row.getString(1) + " " + row.getDate(2) + " " + row.getBoolean(3))
                .list();
    }
}
