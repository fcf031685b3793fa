package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fair assignment by hand: the most urgent case first, to the nearest leader's day that has room. Keeps every hard rule. */
final class Greedy {

    private final Week week;
    private final List<Placed> plan = new ArrayList<>();
    private final Map<String, Candidate> candidates = new HashMap<>();

    private Greedy(Week week) {
        this.week = week;
        week.candidates().forEach(it -> candidates.put(it.caseId(), it));
    }

    static List<Placed> plan(Week week) {
        return new Greedy(week).plan();
    }

    private List<Placed> plan() {
        plan.addAll(week.pins());
        week.candidates().stream()
                .filter(it -> week.pinOf(it.caseId()).isEmpty())
                .sorted(Comparator.comparing((Candidate it) -> !it.overdue())
                        .thenComparing(it -> -it.urgency())
                        .thenComparing(Candidate::caseId))
                .forEach(it -> nearest(it).ifPresent(plan::add));
        return plan;
    }

    private Optional<Placed> nearest(Candidate candidate) {
        Placed best = null;
        var bestWay = Long.MAX_VALUE;
        for (var leader : week.leaders()) {
            var own = leader.townships().contains(candidate.township());
            if (!candidate.allows(leader)) {
                continue;
            }
            for (var day : week.days()) {
                var there = plan.stream()
                        .filter(it ->
                                it.leader().equals(leader.id()) && it.day().equals(day))
                        .map(it -> candidates.get(it.caseId()))
                        .toList();
                if (leader.away().contains(day)
                        || there.size() >= week.dailyLoad()
                        || there.stream().anyMatch(it -> !it.township().equals(candidate.township()))) {
                    continue;
                }
                var way = way(there, candidate) + (own ? 0 : 1_000_000);
                if (way < bestWay) {
                    bestWay = way;
                    best = new Placed(candidate.caseId(), leader.id(), day);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How much longer the day becomes. */
    private long way(List<Candidate> there, Candidate more) {
        var ways = new Ways(codes(there, more), week.centres());
        var home = ways.number(more.township());
        var before = there.stream()
                .mapToInt(it -> ways.number(it.place()))
                .distinct()
                .toArray();
        Set<Integer> after = new TreeSet<>();
        for (var place : before) {
            after.add(place);
        }
        after.add(ways.number(more.place()));
        return ways.round(home, after.stream().mapToInt(it -> it).toArray()) - ways.round(home, before);
    }

    private static List<String> codes(List<Candidate> there, Candidate more) {
        var codes = new TreeSet<String>();
        there.forEach(it -> codes.add(it.place()));
        codes.add(more.place());
        codes.add(more.township());
        return List.copyOf(codes);
    }
}
