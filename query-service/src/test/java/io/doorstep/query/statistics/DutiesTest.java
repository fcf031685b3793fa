package io.doorstep.query.statistics;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 各项职责。 */
class DutiesTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 20);

    @Test
    void what_was_done_in_time_is_kept_and_what_is_not_yet_due_waits() {
        // transfer by day 15, notice by day 18, handling by day 65, revisit by day 89
        var life = new Life("a").untilClosedOut();

        assertThat(verdicts(life, day(30)))
                .containsExactly("transfer kept", "notice kept", "handling notYetDue", "revisit kept");
        assertThat(verdicts(life, day(100)))
                .containsExactly("transfer kept", "notice kept", "handling kept", "revisit kept");
    }

    @Test
    void the_last_day_is_no_lateness_and_the_day_behind_it_is() {
        assertThat(verdicts(assigned("a", 15), day(100))).containsExactly("transfer kept");
        assertThat(verdicts(assigned("a", 16), day(100))).containsExactly("transfer late");
        assertThat(verdicts(reported("a"), day(15))).containsExactly("transfer notYetDue");
        assertThat(verdicts(reported("a"), day(16))).containsExactly("transfer overdue");
        assertThat(verdicts(reported("a").on(3, new CaseVoided("a", day(3), Life.WORDS)), day(100)))
                .containsExactly("transfer excluded");
    }

    @Test
    void a_lawful_extension_is_not_late_and_is_told() {
        var life = accepted("a")
                .on(
                        50,
                        new DeadlineExtended(
                                "a", day(50), 30, LocalDate.of(2026, 6, 5), "head", true, "national-1", Life.WORDS));
        var handled = life.on(90, new Life("a").resolved(90, null));

        assertThat(of(handled, day(200), LegalDuty.HANDLING)).singleElement().satisfies(owed -> {
            assertThat(owed.verdict()).isEqualTo(Verdict.KEPT);
            assertThat(owed.due()).isEqualTo(LocalDate.of(2026, 6, 5));
            assertThat(owed.extended()).isTrue();
        });
    }

    @Test
    void an_earlier_cycle_keeps_its_verdict_and_its_unit() {
        var life = accepted("a").on(70, new Life("a").resolved(70, null));
        life.on(80, life.reopened(80, "REQUEST")).on(81, life.assigned(81, "u-water"));

        assertThat(of(life, day(200), LegalDuty.HANDLING))
                .extracting(owed -> owed.verdict() + " " + owed.counted().unit())
                .containsExactly("LATE u-town", "OVERDUE u-water");
    }

    @Test
    void a_unit_that_was_relieved_before_the_day_owes_no_report_back() {
        var relieved = reported("a").on(1, assignedBy("u-town")).on(5, new Life("a").assigned(5, "u-water"));
        var tooLate = reported("b").on(1, assignedBy("u-town")).on(40, new Life("b").assigned(40, "u-water"));

        assertThat(of(relieved, day(100), LegalDuty.REPORT_BACK))
                .extracting(owed -> owed.verdict() + " " + owed.counted().reason())
                .containsExactly("EXCLUDED REPLACED");
        assertThat(of(tooLate, day(100), LegalDuty.REPORT_BACK))
                .extracting(owed -> owed.verdict() + " " + owed.counted().unit())
                .containsExactly("OVERDUE u-town");
    }

    @Test
    void both_stages_of_an_appeal_are_duties_of_their_own() {
        var life = new Life("a").untilClosedOut();
        life.on(8, new ReviewRequested("a", day(8), "REVIEW", LAST_DAY, "national-1", null))
                .on(17, new ReviewDecided("a", day(17), "REVIEW", "UPHELD", null))
                .on(18, new ReviewRequested("a", day(18), "RECHECK", LAST_DAY.plusDays(9), "national-1", null))
                .on(40, new ReviewDecided("a", day(40), "RECHECK", "UPHELD", null));

        assertThat(verdicts(life, day(100))).contains("review kept", "recheck late");
    }

    @Test
    void who_was_not_reached_was_not_asked() {
        var life = accepted("a").on(10, new Life("a").resolved(10, null));
        life.on(20, life.revisited(20, "NOT_REACHED")).on(95, life.revisited(95, "CONFIRMED"));

        assertThat(of(life, day(200), LegalDuty.REVISIT))
                .extracting(Owed::verdict)
                .containsExactly(Verdict.LATE);
    }

    @Test
    void the_article_is_that_of_the_rules() {
        assertThat(of(accepted("a"), day(100), LegalDuty.HANDLING))
                .extracting(Owed::source)
                .containsExactly("《信访工作条例》第三十四条");
    }

    @Test
    void the_sums_are_those_of_the_on_time_rate_and_of_timely_acceptance() {
        var from = day(10);
        var to = day(80);
        for (var at : List.of(day(12), day(40), day(200))) {
            var window = new Window(from, to, at, Reading.deadlines());
            var onTime = new Tally();
            var timely = new Tally();
            var handling = new DutyCount();
            var notice = new DutyCount();
            IntStream.range(0, 600)
                    .mapToObj(n ->
                            CaseFold.of(RandomLife.of("case" + n, 90_000 + n).facts(), at))
                    .flatMap(state -> state.stream())
                    .forEach(state -> {
                        Figure.ON_TIME.of(state, window).forEach(onTime::add);
                        Figure.TIMELY_ACCEPTANCE.of(state, window).forEach(timely::add);
                        Duties.of(state, window).forEach(owed -> {
                            if (owed.duty() == LegalDuty.NOTICE) {
                                notice.add(owed);
                            } else if (owed.duty().countsWhenOver()) {
                                handling.add(owed);
                            }
                        });
                    });

            same(handling, onTime);
            same(notice, timely);
        }
    }

    private static void same(DutyCount duty, Tally figure) {
        assertThat(figure.denominator() + figure.excluded().size()).isPositive();
        assertThat(duty.kept()).isEqualTo(figure.numerator());
        assertThat(duty.owed()).isEqualTo(figure.denominator());
        assertThat(duty.shown()).isEqualTo(figure.shown());
        assertThat(duty.notYetDue()).isEqualTo(figure.excluded().getOrDefault("NOT_YET_DUE", 0L));
        assertThat(duty.of("excluded"))
                .isEqualTo(figure.excluded().entrySet().stream()
                        .filter(one -> !one.getKey().equals("NOT_YET_DUE"))
                        .mapToLong(one -> one.getValue())
                        .sum());
    }

    private static Stream<Owed> all(Life life, Instant at) {
        var window = new Window(null, null, at, Reading.deadlines());
        return Duties.of(CaseFold.of(life.facts(), at).orElseThrow(), window).stream();
    }

    private static List<Owed> of(Life life, Instant at, LegalDuty duty) {
        return all(life, at).filter(owed -> owed.duty() == duty).toList();
    }

    private static List<String> verdicts(Life life, Instant at) {
        return all(life, at)
                .map(owed -> owed.duty().key() + " " + owed.verdict().key())
                .toList();
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0));
    }

    private static Life assigned(String id, int day) {
        var life = reported(id);
        return life.on(day, life.assigned(day, "u-town"));
    }

    private static Life accepted(String id) {
        var life = assigned(id, 1);
        return life.on(2, life.signed(2, "u-town")).on(3, life.accepted(3));
    }

    private static CaseAssigned assignedBy(String unit) {
        return new CaseAssigned("a", day(1), unit, null, null, LAST_DAY, null);
    }
}
