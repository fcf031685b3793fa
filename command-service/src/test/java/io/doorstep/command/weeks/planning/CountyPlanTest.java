package io.doorstep.command.weeks.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A county's week, planned and laid beside a greedy assignment; a real one with {@code deploy/acceptance/plan.sh}. */
class CountyPlanTest {

    @Test
    void a_county_is_planned_in_under_a_minute_and_better_than_greedily() throws IOException {
        var file = System.getProperty("acceptance.data");
        var real = file != null;
        var places = real ? townships(Path.of(file, "places", "430525.csv")) : Counties.invented(8, 60);
        var week = real ? Counties.week(places, 30, 600, 4, 430525) : Counties.week(places, 12, 120, 3, 8);

        var started = System.nanoTime();
        var effort = real ? Effort.USUAL : new Effort(800, Duration.ofSeconds(50), false);
        var plan = Planner.plan(week, effort);
        var seconds = (System.nanoTime() - started) / 1e9;
        var loaded = System.nanoTime();
        var again = besideOtherWork(() -> Planner.plan(week, effort));
        var secondsLoaded = (System.nanoTime() - loaded) / 1e9;
        var greedy = Planner.measure(week, Greedy.plan(week));

        System.out.printf(
                "county: %d townships, %d villages, %d leaders, %d cases of which %d overdue, %d a day%n",
                places.size(),
                places.values().stream().mapToInt(List::size).sum(),
                week.leaders().size(),
                week.candidates().size(),
                plan.figures().overdue(),
                week.dailyLoad());
        print("plan", plan, seconds);
        print("loaded", again, secondsLoaded);
        print("greedy", greedy, 0);
        var left = new TreeMap<Why.Code, Integer>();
        plan.leftOut().forEach(it -> left.merge(it.why().code(), 1, Integer::sum));
        System.out.println("left out of the plan: " + left);

        assertThat(RuleCheck.broken(week, plan.placed())).isEmpty();
        assertThat(RuleCheck.broken(week, greedy.placed())).isEmpty();
        assertThat(seconds).isLessThan(60);
        assertThat(secondsLoaded).isLessThan(60);
        assertThat(again)
                .as("the same plan, whatever else the machine has to do")
                .isEqualTo(plan);
        assertThat(plan.figures().reached())
                .isGreaterThanOrEqualTo(greedy.figures().reached());
        assertThat(plan.figures().overdueReached())
                .isGreaterThanOrEqualTo(greedy.figures().overdueReached());
        assertThat(plan.figures().metres()).isLessThanOrEqualTo(greedy.figures().metres());
    }

    /** Twice as many threads as cores keep the machine busy meanwhile. */
    private static <T> T besideOtherWork(Supplier<T> work) {
        var done = new AtomicBoolean();
        for (var i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            var other = new Thread(() -> {
                while (!done.get()) {
                    Thread.onSpinWait();
                }
            });
            other.setDaemon(true);
            other.start();
        }
        try {
            return work.get();
        } finally {
            done.set(true);
        }
    }

    private static void print(String who, WeekPlan plan, double seconds) {
        var figures = plan.figures();
        System.out.printf(
                "%-7s cases reached %d, overdue reached %d, way %.1f km, stops %d, %.1f s%n",
                who, figures.reached(), figures.overdueReached(), figures.metres() / 1000.0, figures.stops(), seconds);
    }

    private static Map<String, List<String>> townships(Path file) throws IOException {
        var places = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(file)) {
            var code = line.substring(0, line.indexOf(','));
            if (code.chars().allMatch(Character::isDigit) && code.length() == 12) {
                places.computeIfAbsent(code.substring(0, 9), it -> new ArrayList<>())
                        .add(code);
            }
        }
        return places;
    }
}
