package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Placed;
import io.doorstep.weeks.Rule;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 方案说明。 What a plan comes to and why each case is where it is, whoever made it. */
final class Measured {

    private final Week week;
    private final List<Placed> plan;
    private final Ways ways;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Envoy> leaders = new LinkedHashMap<>();
    private final Map<DayOf, List<Placed>> days = new LinkedHashMap<>();

    private record DayOf(String leader, LocalDate day) {}

    private Measured(Week week, List<Placed> plan) {
        this.week = week;
        this.plan = plan;
        this.ways = Planner.ways(week);
        week.candidates().forEach(candidate -> candidates.put(candidate.caseId(), candidate));
        week.leaders().forEach(leader -> leaders.put(leader.id(), leader));
        plan.stream()
                .sorted(Comparator.comparing(Placed::leader).thenComparing(Placed::day))
                .forEach(placed -> days.computeIfAbsent(
                                new DayOf(placed.leader(), placed.day()), key -> new ArrayList<>())
                        .add(placed));
    }

    static WeekPlan of(Week week, List<Placed> plan) {
        return new Measured(week, plan).plan();
    }

    private WeekPlan plan() {
        var choices = new ArrayList<WeekPlan.Choice>();
        var measured = new ArrayList<WeekPlan.Day>();
        days.forEach((key, placed) -> {
            var day = day(key, placed);
            measured.add(day);
            choices.addAll(choices(placed, home(placed)));
        });
        var placed = new HashSet<String>();
        plan.forEach(it -> placed.add(it.caseId()));
        var leftOut = week.candidates().stream()
                .filter(candidate -> !placed.contains(candidate.caseId()))
                .map(candidate -> new WeekPlan.LeftOut(
                        candidate.caseId(), candidate.place(), candidate.type(), candidate.reasons(), why(candidate)))
                .toList();
        return new WeekPlan(List.copyOf(choices), leftOut, List.copyOf(measured), figures(measured));
    }

    private WeekPlan.Figures figures(List<WeekPlan.Day> measured) {
        return new WeekPlan.Figures(
                candidates.size(),
                (int) candidates.values().stream().filter(Candidate::overdue).count(),
                plan.size(),
                (int) plan.stream().filter(it -> candidate(it).overdue()).count(),
                measured.stream().mapToLong(WeekPlan.Day::metres).sum(),
                days.values().stream().mapToInt(placed -> places(placed).length).sum(),
                (int) plan.stream()
                        .filter(it -> !ways.isKnown(ways.number(candidate(it).place())))
                        .count());
    }

    private WeekPlan.Day day(DayOf key, List<Placed> placed) {
        var places = places(placed);
        var unknown =
                Arrays.stream(places).filter(place -> !ways.isKnown(place)).count();
        return new WeekPlan.Day(
                key.leader(),
                key.day(),
                candidate(placed.get(0)).township(),
                placed.size(),
                week.dailyLoad(),
                ways.round(home(placed), places),
                (int) unknown);
    }

    private List<WeekPlan.Choice> choices(List<Placed> placed, int home) {
        var choices = new ArrayList<WeekPlan.Choice>();
        for (var place : ways.order(home, places(placed))) {
            placed.stream()
                    .filter(it -> number(it) == place)
                    .sorted(Comparator.comparing((Placed it) -> !candidate(it).overdue())
                            .thenComparing(it -> -candidate(it).urgency())
                            .thenComparing(Placed::caseId))
                    .forEach(it -> choices.add(choice(it, choices.size() + 1, placed, home)));
        }
        return choices;
    }

    private WeekPlan.Choice choice(Placed it, int order, List<Placed> day, int home) {
        var candidate = candidate(it);
        var pinned = week.pinOf(it.caseId()).isPresent();
        return new WeekPlan.Choice(
                it.caseId(),
                it.leader(),
                it.day(),
                order,
                candidate.place(),
                candidate.type(),
                candidate.reasons(),
                pinned,
                Rules.brokenBy(it, plan, week),
                why(it, candidate, day, home, pinned));
    }

    private List<Why> why(Placed it, Candidate candidate, List<Placed> day, int home, boolean pinned) {
        var why = new ArrayList<Why>();
        if (pinned) {
            why.add(new Why(Why.Code.PINNED, 0));
        }
        var able = leaders.values().stream().filter(candidate::allows).count();
        var own = leader(it.leader()).isOwn(candidate.township());
        why.add(new Why(own ? Why.Code.OWN_TOWNSHIP : Why.Code.BEYOND_OWN_TOWNSHIPS, able));
        var sameVillage =
                day.stream().filter(other -> number(other) == number(it)).count() - 1;
        var elsewhere = day.size() - sameVillage - 1;
        if (sameVillage > 0) {
            why.add(new Why(Why.Code.WITH_SAME_VILLAGE, sameVillage));
        }
        if (elsewhere > 0) {
            why.add(new Why(Why.Code.WITH_SAME_TOWNSHIP, elsewhere));
        }
        if (!ways.isKnown(number(it))) {
            why.add(new Why(Why.Code.PLACE_UNKNOWN, 0));
        } else if (sameVillage == 0) {
            var without = day.stream().filter(other -> !other.equals(it)).toList();
            why.add(new Why(Why.Code.ADDS_METRES, ways.round(home, places(day)) - ways.round(home, places(without))));
        }
        return List.copyOf(why);
    }

    /** The first of the limits, from the hardest on, that keeps a case out. */
    private Why why(Candidate candidate) {
        var there = leaders.values().stream()
                .filter(leader -> leader.goesTo(candidate.township()))
                .toList();
        if (there.isEmpty()) {
            return new Why(Why.Code.NO_LEADER_FOR_TOWNSHIP, 0);
        }
        var ranked =
                there.stream().filter(leader -> leader.makes(candidate.type())).toList();
        if (ranked.isEmpty()) {
            return new Why(Why.Code.NO_RANK_FOR_VISIT, there.size());
        }
        var free = ranked.stream().filter(candidate::allows).toList();
        if (free.isEmpty()) {
            return new Why(Why.Code.ALL_RECUSED, ranked.size());
        }
        long full = 0;
        long elsewhere = 0;
        long room = 0;
        for (var leader : free) {
            for (var day : week.days()) {
                if (!leader.away().contains(day)) {
                    var broken = Rules.brokenBy(new Placed(candidate.caseId(), leader.id(), day), plan, week);
                    full += broken.contains(Rule.LOAD_FULL) ? 1 : 0;
                    elsewhere += broken.equals(List.of(Rule.ONE_TOWNSHIP_A_DAY)) ? 1 : 0;
                    room += broken.isEmpty() ? 1 : 0;
                }
            }
        }
        if (full + elsewhere + room == 0) {
            return new Why(Why.Code.ALL_AWAY, free.size());
        }
        if (room > 0) {
            return new Why(Why.Code.NOT_PLACED, room);
        }
        return elsewhere > 0 ? new Why(Why.Code.ONE_TOWNSHIP_A_DAY, elsewhere) : new Why(Why.Code.LOAD_FULL, full);
    }

    private int home(List<Placed> placed) {
        return ways.number(candidate(placed.get(0)).township());
    }

    private int[] places(List<Placed> placed) {
        return placed.stream().mapToInt(this::number).distinct().sorted().toArray();
    }

    private int number(Placed placed) {
        return ways.number(candidate(placed).place());
    }

    private Candidate candidate(Placed placed) {
        return Objects.requireNonNull(candidates.get(placed.caseId()));
    }

    private Envoy leader(String id) {
        return Objects.requireNonNull(leaders.get(id));
    }
}
