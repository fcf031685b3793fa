package io.doorstep.command.weeks.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.policy.VisitRules;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import io.doorstep.weeks.Placed;
import io.doorstep.weeks.Point;
import io.doorstep.weeks.Rule;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.Why;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    private static final VisitRules RULES = Counties.RULES;
    private static final LocalDate MONDAY = Counties.DAYS.get(0);
    private static final LocalDate TUESDAY = Counties.DAYS.get(1);
    private static final Effort SHORT = new Effort(300, Duration.ofSeconds(30), false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void no_hard_rule_is_broken_whatever_the_county(long seed) {
        var week = Counties.week(
                Counties.invented(2 + (int) seed % 5, 9 + (int) seed),
                3 + (int) seed * 2,
                10 + 12 * (int) seed,
                1 + (int) seed % 5,
                seed);

        var plan = Planner.plan(week, SHORT);

        assertThat(RuleCheck.broken(week, plan.placed())).isEmpty();
        assertThat(plan.choices()).allMatch(choice -> choice.overruled().isEmpty());
        assertThat(plan.choices().size() + plan.leftOut().size())
                .isEqualTo(week.candidates().size());
        assertThat(plan.leftOut()).noneMatch(it -> it.why().code() == Why.Code.NOT_PLACED);
        var greedy = Planner.measure(week, Greedy.plan(week));
        assertThat(RuleCheck.broken(week, greedy.placed())).isEmpty();
        assertThat(plan.figures().overdueReached())
                .isGreaterThanOrEqualTo(greedy.figures().overdueReached());
    }

    @Test
    void the_optimiser_weighs_each_change_as_it_weighs_the_whole() {
        var week = Counties.week(Counties.invented(4, 16), 8, 40, 3, 77);

        var plan = Planner.plan(week, new Effort(40, Duration.ofSeconds(60), true));

        assertThat(RuleCheck.broken(week, plan.placed())).isEmpty();
    }

    @Test
    void the_same_week_gives_the_same_plan() {
        var week = Counties.week(Counties.invented(5, 20), 10, 80, 4, 5);

        assertThat(Planner.plan(week, SHORT)).isEqualTo(Planner.plan(week, SHORT));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 0", "3, 2", "3, 3", "12, 11", "40, 0"})
    void a_small_week_is_searched_to_its_end_by_work_and_not_by_the_clock(int cases, int pinned) {
        var leaders = new ArrayList<Envoy>();
        var candidates = new ArrayList<Candidate>();
        for (var i = 0; i < 4; i++) {
            leaders.add(new Envoy("d" + i, LeaderRank.TOWNSHIP_DEPUTY, Set.of("T" + i), Set.of(), RULES));
        }
        for (var i = 0; i < cases; i++) {
            candidates.add(down("case-" + i, "T" + i % 5, VisitReason.OVERDUE));
        }
        var pins = candidates.stream()
                .limit(pinned)
                .map(one -> new Placed(one.caseId(), "d0", TUESDAY))
                .toList();
        var week = new Week(Counties.DAYS, leaders, candidates, Map.of(), 4, pins);
        var limit = Duration.ofSeconds(60);

        var started = System.nanoTime();
        Planner.plan(week, new Effort(1500, limit, false));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(limit.dividedBy(2));
    }

    @Test
    void what_a_person_decided_stays_even_where_it_breaks_a_rule_and_says_which() {
        var free = Counties.week(Counties.invented(3, 9), 6, 30, 2, 3);
        var deputy = new Envoy("deputy", LeaderRank.TOWNSHIP_DEPUTY, Set.of("990101100"), Set.of(), RULES);
        var leaders = new ArrayList<>(free.leaders());
        leaders.add(deputy);
        var elsewhere = free.candidates().stream()
                .filter(it -> !it.township().equals("990101100") && it.type() == VisitType.DOWN_VISIT)
                .findFirst()
                .orElseThrow();
        var pin = new Placed(elsewhere.caseId(), "deputy", TUESDAY);
        var week = new Week(free.days(), leaders, free.candidates(), free.centres(), 2, List.of(pin));

        var plan = Planner.plan(week, SHORT);

        assertThat(plan.placed()).contains(pin);
        var choice = plan.choices().stream()
                .filter(it -> it.placed().equals(pin))
                .findFirst()
                .orElseThrow();
        assertThat(choice.pinned()).isTrue();
        assertThat(choice.overruled()).containsExactly(Rule.NOT_HIS_TOWNSHIP);
        var others = new ArrayList<>(plan.placed());
        others.remove(pin);
        assertThat(RuleCheck.broken(week, others)).isEmpty();
    }

    @Test
    void a_pin_names_what_is_there_and_a_case_once() {
        var week = Counties.week(Counties.invented(2, 4), 4, 5, 2, 1);
        var pin = new Placed("case-1", "leader-0", MONDAY);
        assertThatThrownBy(() -> pinned(week, pin, pin)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pinned(week, new Placed("case-1", "nobody", MONDAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pinned(week, new Placed("case-1", "leader-0", MONDAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_case_left_out_says_which_limit_kept_it_out() {
        var deputy = new Envoy("d", LeaderRank.TOWNSHIP_DEPUTY, Set.of("T1", "T2"), Set.of(), RULES);
        var absent = new Envoy("a", LeaderRank.TOWNSHIP_PRINCIPAL, Set.of("T3"), new HashSet<>(Counties.DAYS), RULES);
        var week = new Week(
                List.of(MONDAY),
                List.of(deputy, absent),
                List.of(
                        down("full-1", "T1", VisitReason.OVERDUE),
                        down("full-2", "T1", VisitReason.OVERDUE),
                        down("full-3", "T1", VisitReason.LONG_OPEN),
                        down("nobody-there", "T9", VisitReason.OVERDUE),
                        new Candidate("wrong-rank", "V", "T1", VisitType.APPOINTED_VISIT, Set.of(), Set.of()),
                        new Candidate("recused", "V", "T1", VisitType.DOWN_VISIT, Set.of(), Set.of("d")),
                        new Candidate("away", "V", "T3", VisitType.APPOINTED_VISIT, Set.of(), Set.of())),
                Map.of(),
                2,
                List.of());

        var plan = Planner.plan(week, SHORT);

        assertThat(plan.placed()).extracting(Placed::caseId).containsExactlyInAnyOrder("full-1", "full-2");
        assertThat(plan.leftOut())
                .extracting(it ->
                        it.caseId() + " " + it.why().code() + " " + it.why().figure())
                .containsExactlyInAnyOrder(
                        "full-3 LOAD_FULL 1",
                        "nobody-there NO_LEADER_FOR_TOWNSHIP 0",
                        "wrong-rank NO_RANK_FOR_VISIT 1",
                        "recused ALL_RECUSED 1",
                        "away ALL_AWAY 1");
    }

    @Test
    void a_day_in_one_township_is_said_when_it_keeps_a_case_of_another_out() {
        var deputy = new Envoy("d", LeaderRank.TOWNSHIP_DEPUTY, Set.of("T1", "T2"), Set.of(), RULES);
        var week = new Week(
                List.of(MONDAY),
                List.of(deputy),
                List.of(down("one", "T1", VisitReason.OVERDUE), down("other", "T2", VisitReason.LONG_OPEN)),
                Map.of(),
                3,
                List.of());

        var plan = Planner.plan(week, SHORT);

        assertThat(plan.placed()).containsExactly(new Placed("one", "d", MONDAY));
        assertThat(plan.leftOut().get(0).why()).isEqualTo(new Why(Why.Code.ONE_TOWNSHIP_A_DAY, 1));
    }

    @Test
    void own_townships_come_first_and_only_a_county_leader_goes_beyond() {
        var county = new Envoy("c", LeaderRank.COUNTY_LEADER, Set.of("T2"), Set.of(), RULES);
        var deputy = new Envoy("d", LeaderRank.TOWNSHIP_DEPUTY, Set.of("T1"), Set.of(), RULES);
        var week = new Week(
                List.of(MONDAY, TUESDAY),
                List.of(county, deputy),
                List.of(down("first", "T1", VisitReason.OVERDUE), down("third", "T3", VisitReason.OVERDUE)),
                Map.of(),
                1,
                List.of());

        var plan = Planner.plan(week, SHORT);

        assertThat(plan.choices())
                .extracting(it ->
                        it.caseId() + " " + it.leader() + " " + it.why().get(0).code())
                .containsExactlyInAnyOrder("third c BEYOND_OWN_TOWNSHIPS", "first d OWN_TOWNSHIP");
    }

    @Test
    void a_way_counts_known_places_only_and_says_how_many_are_not() {
        var deputy = new Envoy("d", LeaderRank.TOWNSHIP_DEPUTY, Set.of("T1"), Set.of(), RULES);
        var week = new Week(
                List.of(MONDAY),
                List.of(deputy),
                List.of(
                        new Candidate("near", "V1", "T1", VisitType.DOWN_VISIT, Set.of(), Set.of()),
                        new Candidate("somewhere", "V2", "T1", VisitType.DOWN_VISIT, Set.of(), Set.of())),
                Map.of("T1", new Point(27, 110), "V1", new Point(27.1, 110)),
                4,
                List.of());

        var plan = Planner.plan(week, SHORT);

        assertThat(plan.figures().unknown()).isEqualTo(1);
        assertThat(plan.figures().metres()).isBetween(22_200L, 22_280L);
        assertThat(plan.choices().get(1).why()).contains(new Why(Why.Code.PLACE_UNKNOWN, 0));
        assertThat(plan.choices()).extracting(WeekPlan.Choice::order).containsExactly(1, 2);
    }

    private static Week pinned(Week week, Placed... pins) {
        return new Week(week.days(), week.leaders(), week.candidates(), week.centres(), 2, List.of(pins));
    }

    private static Candidate down(String id, String township, VisitReason reason) {
        return new Candidate(id, township + "-village", township, VisitType.DOWN_VISIT, Set.of(reason), Set.of());
    }
}
