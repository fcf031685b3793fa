package io.doorstep.standalone.year;

import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** 应有之数。 What the year should have brought, reckoned from the test's own book, with one look at the clock a day. */
final class Tally {

    /** Marks that should be on record, as {@link ExpectedDuty#key()}. */
    final Map<String, Integer> marks = new TreeMap<>();
    /** Reminders, as the key and the rung's days, each with whom it tells; with nobody when another rung spoke for it. */
    final Map<String, Set<String>> reminders = new TreeMap<>();

    int urged;
    int ordered;
    private final Deadlines deadlines;
    private final List<Rung> ladder;

    Tally(Deadlines deadlines, List<Rung> ladder) {
        this.deadlines = deadlines;
        this.ladder = ladder;
    }

    /** The first look after some days, of which the last begins before now; answers the cases in which an order is due. */
    List<Life> look(List<Life> lives, LocalDate after, LocalDate today) {
        var orders = new ArrayList<Life>();
        for (var life : lives) {
            for (var duty : life.duties) {
                mark(duty, after, today);
                if (climb(duty, life, after, today)) {
                    orders.add(life);
                }
            }
        }
        return orders;
    }

    private void mark(ExpectedDuty duty, LocalDate after, LocalDate today) {
        var end = deadlines.endOf(duty.lastDay);
        var day = duty.lastDay.plusDays(1);
        if (day.isAfter(after) && !day.isAfter(today) && duty.runsAt(end)) {
            marks.merge(duty.key(), 1, Integer::sum);
        }
    }

    private boolean climb(ExpectedDuty duty, Life life, LocalDate after, LocalDate today) {
        var reached = ladder.stream()
                .filter(rung -> rung.concerns(duty.clock))
                .filter(rung -> {
                    var day = duty.lastDay.plusDays(rung.days());
                    return day.isAfter(after) && !day.isAfter(today) && duty.runsAt(begin(day));
                })
                .toList();
        var order = false;
        for (var n = 0; n < reached.size(); n++) {
            var rung = reached.get(n);
            var overtaken = rung.days() <= 0 && n < reached.size() - 1;
            reminders.put(duty.key() + " " + rung.days(), overtaken ? Set.of() : told(rung, duty));
            if (!life.closed()) {
                urged += rung.level() == Rung.Level.URGE ? 1 : 0;
                order |= rung.level() == Rung.Level.SUPERVISE;
            }
        }
        return order;
    }

    private Instant begin(LocalDate day) {
        return deadlines.endOf(day.minusDays(1));
    }

    /** Who they are in the demonstration; it has no lead cadre. */
    private static Set<String> told(Rung rung, ExpectedDuty duty) {
        var office = List.of("officer", "dispatcher");
        var ofOffice = List.of("TRANSFER", "REVISIT").contains(duty.clock);
        var who = new HashMap<Rung.Told, List<String>>();
        who.put(Rung.Told.RESPONSIBLE, ofOffice ? office : List.of("handler"));
        who.put(Rung.Told.UNIT_HEAD, duty.clock.equals("TRANSFER") ? List.of() : List.of("head"));
        who.put(Rung.Told.LEAD, List.of());
        who.put(Rung.Told.OFFICE, office);
        who.put(Rung.Told.SUPERVISOR, List.of("supervisor"));
        var told = new TreeSet<String>();
        rung.tell().forEach(whom -> told.addAll(who.getOrDefault(whom, List.of())));
        return told;
    }
}
