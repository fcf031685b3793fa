package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Placed;
import io.doorstep.weeks.Rule;
import java.util.ArrayList;
import java.util.List;

/** 规则核对。 Which hard rules a placing breaks, among the others of a plan. */
public final class Rules {

    private Rules() {}

    /** Every rule that the case breaks where it is placed; none when the plan may have it so by itself. */
    public static List<Rule> brokenBy(Placed placed, List<Placed> plan, Week week) {
        var leader = leader(week, placed.leader());
        var candidate = candidate(week, placed.caseId());
        var sameDay = plan.stream()
                .filter(other -> other.leader().equals(placed.leader())
                        && other.day().equals(placed.day())
                        && !other.caseId().equals(placed.caseId()))
                .toList();
        var broken = new ArrayList<Rule>();
        when(!leader.goesTo(candidate.township()), Rule.NOT_HIS_TOWNSHIP, broken);
        when(!leader.makes(candidate.type()), Rule.NOT_HIS_VISIT, broken);
        when(candidate.recused().contains(leader.id()), Rule.RECUSED, broken);
        when(leader.away().contains(placed.day()), Rule.AWAY, broken);
        when(sameDay.size() >= week.dailyLoad(), Rule.LOAD_FULL, broken);
        when(
                sameDay.stream()
                        .anyMatch(other ->
                                !candidate(week, other.caseId()).township().equals(candidate.township())),
                Rule.ONE_TOWNSHIP_A_DAY,
                broken);
        return broken;
    }

    static Envoy leader(Week week, String id) {
        return week.leaders().stream()
                .filter(leader -> leader.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such leader in the week"));
    }

    static Candidate candidate(Week week, String caseId) {
        return week.candidates().stream()
                .filter(candidate -> candidate.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such case in the week"));
    }

    private static void when(boolean broken, Rule rule, List<Rule> all) {
        if (broken) {
            all.add(rule);
        }
    }
}
