package io.doorstep.command.weeks.planning;

import ai.timefold.solver.core.api.solver.SolverFactory;
import io.doorstep.weeks.Placed;
import io.doorstep.weeks.WeekPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 排班。 Makes the plan of a week; the same week gives the same plan, unless the safety limit cuts the search short. */
public final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private Planner() {}

    /** The best plan that is found. */
    public static WeekPlan plan(Week week, Effort effort) {
        var draft = draft(week);
        if (draft.visits.stream().anyMatch(visit -> !visit.pinned && !visit.slots.isEmpty())) {
            var started = System.nanoTime();
            draft = SolverFactory.<Draft>create(effort.config(week.candidates().size()))
                    .buildSolver()
                    .solve(draft);
            if (System.nanoTime() - started >= effort.atMost().toNanos()) {
                LOG.warn(
                        "the search for a plan of {} cases was cut short after {} s; the same week may give another plan",
                        week.candidates().size(),
                        effort.atMost().toSeconds());
            }
        }
        return Measured.of(week, filled(placed(draft), week));
    }

    /** A plan that people made, told in the same words; nothing in it is moved. */
    public static WeekPlan measure(Week week, List<Placed> plan) {
        return Measured.of(week, plan);
    }

    static Ways ways(Week week) {
        var codes = week.candidates().stream()
                .flatMap(candidate -> Stream.of(candidate.place(), candidate.township()))
                .distinct()
                .sorted()
                .toList();
        return new Ways(codes, week.centres());
    }

    private static Draft draft(Week week) {
        var ways = ways(week);
        var slots = new ArrayList<Slot>();
        for (var leader : week.leaders()) {
            var own = new BitSet();
            leader.townships().stream()
                    .mapToInt(ways::number)
                    .filter(number -> number >= 0)
                    .forEach(own::set);
            for (var day : week.days()) {
                slots.add(new Slot(slots.size(), leader, day, own));
            }
        }
        var visits = new ArrayList<Visit>();
        for (var candidate : week.candidates()) {
            var pin = week.pinOf(candidate.caseId()).map(it -> slot(slots, it)).orElse(null);
            visits.add(new Visit(
                    visits.size(),
                    candidate,
                    slots.stream()
                            .filter(slot -> candidate.allows(slot.leader())
                                    && !slot.leader().away().contains(slot.day()))
                            .toList(),
                    pin,
                    ways.number(candidate.place()),
                    ways.number(candidate.township())));
        }
        return new Draft(visits, slots, ways, week.dailyLoad());
    }

    private static @Nullable Slot slot(List<Slot> slots, Placed pin) {
        return slots.stream()
                .filter(slot ->
                        slot.leader().id().equals(pin.leader()) && slot.day().equals(pin.day()))
                .findFirst()
                .orElse(null);
    }

    private static List<Placed> placed(Draft draft) {
        var plan = new ArrayList<Placed>();
        for (var visit : draft.visits) {
            var slot = visit.slot;
            if (slot != null) {
                plan.add(new Placed(visit.candidate.caseId(), slot.leader().id(), slot.day()));
            }
        }
        return plan;
    }

    /** What a search that was cut short left broken is taken out, and whatever has room is put in. */
    private static List<Placed> filled(List<Placed> found, Week week) {
        var plan = new ArrayList<Placed>();
        week.pins().forEach(plan::add);
        for (var placed : found) {
            if (week.pinOf(placed.caseId()).isEmpty()
                    && Rules.brokenBy(placed, plan, week).isEmpty()) {
                plan.add(placed);
            }
        }
        week.candidates().stream()
                .filter(candidate -> plan.stream().noneMatch(it -> it.caseId().equals(candidate.caseId())))
                .sorted(Comparator.comparing((Candidate it) -> !it.overdue()).thenComparing(it -> -it.urgency()))
                .forEach(candidate -> options(candidate, week)
                        .filter(option -> Rules.brokenBy(option, plan, week).isEmpty())
                        .findFirst()
                        .ifPresent(plan::add));
        return plan;
    }

    private static Stream<Placed> options(Candidate candidate, Week week) {
        return week.leaders().stream()
                .filter(candidate::allows)
                .flatMap(leader -> week.days().stream().map(day -> new Placed(candidate.caseId(), leader.id(), day)));
    }
}
