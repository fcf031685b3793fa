package io.doorstep.query.statistics;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 统计指标。 */
class FiguresTest {

    private static final Window ALL = window(null, null, day(200));

    @ParameterizedTest
    @CsvSource({
        "32, 47, 68.09 %",
        "110, 140, 78.57 %",
        "37, 313, 11.82 %",
        "0, 0, —",
        "0, 7, 0.00 %",
        "7, 7, 100.00 %",
        "1, 800, 0.13 %",
        "1, 3, 33.33 %",
        "2, 3, 66.67 %"
    })
    void a_rate_has_two_decimals_rounded_half_up_and_is_a_dash_of_nothing(
            long numerator, long denominator, String shown) {
        assertThat(Rate.shown(numerator, denominator)).isEqualTo(shown);
    }

    @Test
    void of_47_found_32_resolved_is_68_09_per_cent() {
        var resolved = IntStream.range(0, 32).mapToObj(n -> resolved("r" + n));
        var open = IntStream.range(0, 15).mapToObj(n -> reported("o" + n));

        assertThat(tally(Figure.RESOLUTION, ALL, Stream.concat(resolved, open)).shown())
                .isEqualTo("68.09 %");
    }

    @Test
    void of_596_settled_at_the_doorstep_the_count_stands_by_itself() {
        var atTheDoor = IntStream.range(0, 596).mapToObj(n -> {
            var life = accepted("d" + n);
            return life.on(10, life.visited(10, "v" + n, "DOWN_VISIT")).on(10, life.resolved(10, "v" + n));
        });

        assertThat(tally(Figure.DOORSTEP, ALL, atTheDoor).numerator()).isEqualTo(596);
    }

    @Test
    void voided_and_diverted_cases_are_excluded_by_reason_and_withdrawn_ones_are_not() {
        var tally = tally(
                Figure.RESOLUTION,
                ALL,
                Stream.of(
                        resolved("a"),
                        reported("b").on(3, new CaseVoided("b", day(3), Life.WORDS)),
                        reported("c").on(3, new CaseDiverted("c", day(3), "COURT", "法院", null)),
                        reported("d").on(3, new CaseWithdrawn("d", day(3), null))));

        assertThat(tally.numerator()).isEqualTo(1);
        assertThat(tally.denominator()).isEqualTo(2);
        assertThat(tally.excluded()).isEqualTo(Map.of("VOIDED", 1L, "DIVERTED", 1L));
    }

    @Test
    void a_merged_case_counts_once_with_the_one_it_went_on_as() {
        var merged = resolved("b").on(20, new CaseMerged("b", day(20), "a", Life.WORDS));
        for (var figure : List.of(Figure.RESOLUTION, Figure.CLOSE_OUT, Figure.REPEAT, Figure.SETTLEMENT)) {
            var tally = tally(figure, ALL, Stream.of(resolved("a"), merged));
            assertThat(tally.denominator()).as(figure.key()).isEqualTo(1);
            assertThat(tally.excluded()).isEqualTo(Map.of("MERGED", 1L));
        }
    }

    @Test
    void a_reopened_case_is_resolved_no_more_and_closed_out_no_more() {
        var reopened = new Life("a").untilClosedOut();
        reopened.on(20, reopened.reopened(20, "REQUEST"));

        assertThat(tally(Figure.RESOLUTION, ALL, Stream.of(reopened)).shown()).isEqualTo("0.00 %");
        assertThat(tally(Figure.CLOSE_OUT, ALL, Stream.of(reopened)).shown()).isEqualTo("0.00 %");
        assertThat(tally(Figure.REOPEN, ALL, Stream.of(reopened)).shown()).isEqualTo("100.00 %");
        assertThat(tally(Figure.RESOLUTION, window(null, null, day(10)), Stream.of(new Life("b").untilClosedOut()))
                        .shown())
                .isEqualTo("100.00 %");
    }

    @Test
    void the_flow_counts_what_was_open_at_the_start_or_came_in_and_excludes_what_reopened_inside() {
        var openBefore = resolvedOn("a", 0, 40);
        var cameIn = resolvedOn("b", 35, 45);
        var stillOpen = reported("c");
        var resolvedBefore = resolvedOn("d", 0, 10);
        var closedBefore = new Life("e").untilClosedOut();
        closedBefore.on(32, closedBefore.reopened(32, "REQUEST")).on(40, closedBefore.resolved(40, null));

        var march = window(day(30), day(60), day(200));
        var tally = tally(
                Figure.RESOLUTION_FLOW, march, Stream.of(openBefore, cameIn, stillOpen, resolvedBefore, closedBefore));

        assertThat(tally.numerator()).isEqualTo(2);
        assertThat(tally.denominator())
                .as("a, b, c and d, which is resolved but on the list")
                .isEqualTo(4);
        assertThat(tally.excluded()).isEqualTo(Map.of("REOPENED_IN_WINDOW", 1L));
    }

    @Test
    void a_duty_resolved_on_its_last_day_is_in_time_one_open_past_it_is_not_and_one_not_yet_due_is_excluded() {
        // due 2026-05-06, which is day 65
        var onTheDay = accepted("a").on(65, new Life("a").resolved(65, null));
        var late = accepted("b").on(66, new Life("b").resolved(66, null));
        var open = accepted("c");
        var withdrawn = accepted("d").on(20, new CaseWithdrawn("d", day(20), null));

        var tally = tally(Figure.ON_TIME, ALL, Stream.of(onTheDay, late, open, withdrawn));
        assertThat(tally.numerator()).isEqualTo(1);
        assertThat(tally.denominator()).isEqualTo(3);
        assertThat(tally.excluded()).isEqualTo(Map.of("WITHDRAWN", 1L));

        var early = tally(Figure.ON_TIME, window(null, null, day(30)), Stream.of(accepted("e")));
        assertThat(early.shown()).isEqualTo("—");
        assertThat(early.excluded()).isEqualTo(Map.of("NOT_YET_DUE", 1L));
    }

    @Test
    void a_notice_counts_when_given_in_time_against_when_late_or_never_given() {
        // notice due 2026-03-20, which is day 18
        var inTime = accepted("a");
        var late = signed("b").on(30, new Life("b").accepted(30));
        var never = signed("c");

        var tally = tally(Figure.TIMELY_ACCEPTANCE, ALL, Stream.of(inTime, late, never));
        assertThat(tally.numerator()).isEqualTo(1);
        assertThat(tally.denominator()).isEqualTo(3);
        assertThat(tally(Figure.TIMELY_ACCEPTANCE, window(null, null, day(10)), Stream.of(signed("d")))
                        .excluded())
                .isEqualTo(Map.of("NOT_YET_DUE", 1L));
    }

    @Test
    void settlement_asks_for_the_stance_and_the_doorstep_for_the_visit() {
        var byVisit = accepted("a");
        byVisit.on(10, byVisit.visited(10, "v1", "DOWN_VISIT")).on(10, byVisit.resolved(10, "v1"));
        var atTheDesk = resolved("b");

        assertThat(tally(Figure.DOORSTEP, ALL, Stream.of(byVisit, atTheDesk)).shown())
                .isEqualTo("50.00 %");
        assertThat(tally(Figure.SETTLEMENT, ALL, Stream.of(byVisit, atTheDesk)).shown())
                .isEqualTo("100.00 %");
    }

    @Test
    void a_revisit_that_reached_nobody_is_excluded() {
        var life = resolved("a");
        life.on(11, life.revisited(11, "NOT_REACHED")).on(12, life.revisited(12, "CONFIRMED"));

        var tally = tally(Figure.REVISIT_CONFIRMATION, ALL, Stream.of(life));
        assertThat(tally.shown()).isEqualTo("100.00 %");
        assertThat(tally.excluded()).isEqualTo(Map.of("NOT_REACHED", 1L));
    }

    @Test
    void a_repeat_is_what_a_person_linked() {
        var repeat = reported("b").on(2, new CaseLinked("b", day(2), "a", "REPEAT_OF", null));

        assertThat(tally(Figure.REPEAT, ALL, Stream.of(reported("a"), repeat)).shown())
                .isEqualTo("50.00 %");
    }

    @Test
    void of_313_suggestions_37_adopted_is_11_82_per_cent() {
        var lives = IntStream.range(0, 313).mapToObj(n -> suggestion("s" + n, n < 37 ? "ADOPTED" : "NOT_ADOPTED"));

        assertThat(tally(Figure.ADOPTION, ALL, Stream.concat(lives, Stream.of(resolved("petition"))))
                        .shown())
                .isEqualTo("11.82 %");
    }

    private static Life suggestion(String id, String outcome) {
        var life = new Life(id);
        return life.on(0, life.reported(0, "SUGGESTION", List.of()))
                .on(
                        5,
                        new CaseResolved(
                                id,
                                day(5),
                                outcome,
                                "SETTLED",
                                Life.WORDS,
                                List.of(),
                                null,
                                null,
                                false,
                                null,
                                "national-1"));
    }

    @Test
    void time_taken_tells_open_cases_apart() {
        var time = new TimeTaken();
        Stream.of(resolvedOn("a", 0, 1), resolvedOn("b", 0, 2), resolvedOn("c", 0, 9), reported("d"))
                .map(life -> CaseFold.of(life.facts()).orElseThrow())
                .forEach(time::add);

        assertThat(time.medianDays()).isEqualByComparingTo("2.00");
        assertThat(time.ninetiethPercentileDays()).isEqualByComparingTo("9.00");
        assertThat(time.open()).isEqualTo(1);
        assertThat(new TimeTaken().medianDays()).isNull();
    }

    private static Tally tally(Figure figure, Window window, Stream<Life> lives) {
        var tally = new Tally();
        lives.map(life -> CaseFold.of(life.facts(), window.at()).orElseThrow())
                .flatMap(state -> figure.of(state, window).stream())
                .forEach(tally::add);
        return tally;
    }

    private static Window window(@Nullable Instant from, @Nullable Instant to, Instant at) {
        return new Window(from, to, at, Reading.deadlines());
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0, "PETITION", List.of()));
    }

    private static Life signed(String id) {
        var life = reported(id);
        return life.on(1, life.assigned(1, "u-town")).on(2, life.signed(2, "u-town"));
    }

    private static Life accepted(String id) {
        var life = signed(id);
        return life.on(3, life.accepted(3));
    }

    private static Life resolved(String id) {
        return resolvedOn(id, 0, 10);
    }

    private static Life resolvedOn(String id, int reported, int resolved) {
        var life = new Life(id);
        return life.on(reported, life.reported(reported)).on(resolved, life.resolved(resolved, null));
    }
}
