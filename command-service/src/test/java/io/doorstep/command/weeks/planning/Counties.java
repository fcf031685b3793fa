package io.doorstep.command.weeks.planning;

import io.doorstep.policy.Policies;
import io.doorstep.policy.VisitRules;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import io.doorstep.weeks.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Counties with leaders and open cases, each from a seed. Where nobody knows the centres of places they are laid out by this rule:
 * townships in the order of their codes on a square grid 9 km wide, each village of a township 1.2 to 6 km from its centre, in
 * steps of the golden angle. It is a rule and no map; greedy and plan walk the same one.
 */
final class Counties {

    static final List<LocalDate> DAYS =
            LocalDate.of(2026, 11, 23).datesUntil(LocalDate.of(2026, 11, 28)).toList();

    static final VisitRules RULES = Policies.standard().on(DAYS.get(0)).visits();

    private static final double METRE = 1 / 111_195.0;

    private Counties() {}

    /** Codes by township, as a county of that many townships and villages might have them. */
    static Map<String, List<String>> invented(int townships, int villages) {
        var places = new TreeMap<String, List<String>>();
        for (var i = 0; i < villages; i++) {
            var township = "990101" + (100 + i % townships);
            places.computeIfAbsent(township, it -> new ArrayList<>()).add(township + (200 + i / townships));
        }
        return places;
    }

    static Week week(Map<String, List<String>> places, int leaders, int cases, int load, long seed) {
        var random = new Random(seed);
        var townships = List.copyOf(places.keySet());
        var people = people(townships, leaders, random);
        var matters = new ArrayList<Candidate>();
        for (var i = 0; i < cases; i++) {
            var township = townships.get(random.nextInt(townships.size()));
            var villages = Objects.requireNonNull(places.get(township));
            var reasons = EnumSet.noneOf(VisitReason.class);
            with(random, 0.3, VisitReason.OVERDUE, reasons);
            with(random, 0.12, VisitReason.REPEAT, reasons);
            with(random, 0.08, VisitReason.JOINT, reasons);
            with(random, 0.3, VisitReason.LONG_OPEN, reasons);
            with(random, 0.2, VisitReason.VILLAGE_UNVISITED, reasons);
            var appointed = reasons.contains(VisitReason.REPEAT) || reasons.contains(VisitReason.JOINT);
            var type = random.nextInt(30) == 0
                    ? VisitType.INSPECTION_VISIT
                    : appointed ? VisitType.APPOINTED_VISIT : VisitType.DOWN_VISIT;
            var recused = new HashSet<String>();
            while (random.nextInt(6) == 0) {
                recused.add(people.get(random.nextInt(people.size())).id());
            }
            matters.add(new Candidate(
                    "case-" + i, villages.get(random.nextInt(villages.size())), township, type, reasons, recused));
        }
        return new Week(DAYS, people, matters, centres(places), load, List.of());
    }

    private static List<Envoy> people(List<String> townships, int leaders, Random random) {
        var people = new ArrayList<Envoy>();
        for (var i = 0; i < leaders; i++) {
            var rank = switch (i % 10) {
                case 0 -> LeaderRank.COUNTY_LEADER;
                case 1, 2, 3 -> LeaderRank.TOWNSHIP_PRINCIPAL;
                case 4, 5, 6, 7 -> LeaderRank.TOWNSHIP_DEPUTY;
                case 8 -> LeaderRank.STATIONED_CADRE;
                default -> LeaderRank.COORDINATION_GROUP;
            };
            var own = new HashSet<String>();
            for (var n = 0; n < 1 + random.nextInt(3); n++) {
                own.add(townships.get((i * 3 + n * 7 + random.nextInt(2)) % townships.size()));
            }
            var away = new HashSet<LocalDate>();
            for (var day : DAYS) {
                if (random.nextInt(8) == 0) {
                    away.add(day);
                }
            }
            people.add(new Envoy("leader-" + i, rank, own, away, RULES));
        }
        return people;
    }

    private static void with(Random random, double share, VisitReason reason, EnumSet<VisitReason> reasons) {
        if (random.nextDouble() < share) {
            reasons.add(reason);
        }
    }

    private static Map<String, Point> centres(Map<String, List<String>> places) {
        var centres = new HashMap<String, Point>();
        var wide = (int) Math.ceil(Math.sqrt(places.size()));
        var at = 0;
        for (var township : places.entrySet()) {
            var lat = 27 + at / wide * 9000 * METRE;
            var lon = 110.5 + at % wide * 9000 * METRE / Math.cos(Math.toRadians(27));
            centres.put(township.getKey(), new Point(lat, lon));
            var n = 0;
            for (var village : township.getValue()) {
                var angle = n * 2.399963;
                var metres = 1200 + 4800.0 * n / Math.max(1, township.getValue().size() - 1);
                centres.put(
                        village,
                        new Point(
                                lat + Math.sin(angle) * metres * METRE,
                                lon + Math.cos(angle) * metres * METRE / Math.cos(Math.toRadians(27))));
                n++;
            }
            at++;
        }
        return centres;
    }
}
