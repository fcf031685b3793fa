package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a finished plan line by line and says which hard rules it breaks; knows nothing of how the plan was made. */
final class RuleCheck {

    private RuleCheck() {}

    static List<String> broken(Week week, List<Placed> plan) {
        var broken = new ArrayList<String>();
        var once = new HashSet<String>();
        Map<String, Set<String>> townships = new HashMap<>();
        Map<String, Integer> load = new HashMap<>();
        for (var line : plan) {
            var leader = week.leaders().stream()
                    .filter(it -> it.id().equals(line.leader()))
                    .findFirst()
                    .orElseThrow();
            var matter = week.candidates().stream()
                    .filter(it -> it.caseId().equals(line.caseId()))
                    .findFirst()
                    .orElseThrow();
            check(once.add(line.caseId()), "planned twice", line, broken);
            check(week.days().contains(line.day()), "not a day of the week", line, broken);
            check(!leader.away().contains(line.day()), "away", line, broken);
            check(!matter.recused().contains(leader.id()), "recused", line, broken);
            var rank = leader.rank().name();
            var right = switch (matter.type()) {
                case DOWN_VISIT ->
                    Set.of("COUNTY_LEADER", "TOWNSHIP_DEPUTY", "STATIONED_CADRE", "VILLAGE_CADRE")
                            .contains(rank);
                case APPOINTED_VISIT -> rank.equals("TOWNSHIP_PRINCIPAL");
                case INSPECTION_VISIT -> rank.equals("COORDINATION_GROUP");
                case RECEPTION -> false;
            };
            check(right, "wrong rank", line, broken);
            check(
                    leader.townships().contains(matter.township())
                            || Set.of("COUNTY_LEADER", "COORDINATION_GROUP").contains(rank),
                    "not his township",
                    line,
                    broken);
            var day = line.leader() + line.day();
            townships.computeIfAbsent(day, it -> new HashSet<>()).add(matter.township());
            check(townships.get(day).size() == 1, "two townships in a day", line, broken);
            check(load.merge(day, 1, Integer::sum) <= week.dailyLoad(), "more than the daily load", line, broken);
        }
        return broken;
    }

    private static void check(boolean right, String what, Placed line, List<String> broken) {
        if (!right) {
            broken.add(what + ": " + line);
        }
    }
}
