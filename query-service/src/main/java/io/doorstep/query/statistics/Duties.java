package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 期限指标。 Figures over duties: each cycle owes a result by a day, and one notice by a day. */
final class Duties {

    private static final String NOT_YET_DUE = "NOT_YET_DUE";

    private Duties() {}

    /** Open and overdue duties count against the rate; it is no average over survivors. */
    static List<Counted> onTime(CaseAsOf state, Window window) {
        return state.cycles().stream()
                .flatMap(cycle -> onTime(state, cycle, window))
                .toList();
    }

    private static Stream<Counted> onTime(CaseAsOf state, Cycle cycle, Window window) {
        var due = due(state, cycle);
        if (due == null || !window.holds(due)) {
            return Stream.of();
        }
        var on = window.deadlines().endOf(due.minusDays(1));
        if (!window.over(due)) {
            return Stream.of(Counted.excluded(state, on, NOT_YET_DUE));
        }
        var how = cycle.resolution();
        if (how != null) {
            var part = window.inTime(how.at(), due) ? Part.NUMERATOR : Part.DENOMINATOR;
            return Stream.of(
                    Counted.on(state, on, part).by(how.unit(), how.officer()).at(how.place()));
        }
        return Stream.of(lapsed(state, due, window) ? excludedByExit(state, on) : open(state, on));
    }

    /** A notice counts as soon as it is given, and against the unit as soon as its day is over. */
    static List<Counted> timelyAcceptance(CaseAsOf state, Window window) {
        return state.cycles().stream()
                .flatMap(cycle -> timelyAcceptance(state, cycle, window))
                .toList();
    }

    private static Stream<Counted> timelyAcceptance(CaseAsOf state, Cycle cycle, Window window) {
        var due = cycle.noticeDue();
        if (due == null || !window.holds(due)) {
            return Stream.of();
        }
        var on = window.deadlines().endOf(due.minusDays(1));
        var given = cycle.noticeGivenAt();
        if (given != null) {
            return Stream.of(Counted.on(state, on, window.inTime(given, due) ? Part.NUMERATOR : Part.DENOMINATOR));
        }
        if (lapsed(state, due, window)) {
            return Stream.of(excludedByExit(state, on));
        }
        return Stream.of(window.over(due) ? open(state, on) : Counted.excluded(state, on, NOT_YET_DUE));
    }

    /** The handling's last day; where no clock runs, the day by which the assigner wanted the result. */
    private static @Nullable LocalDate due(CaseAsOf state, Cycle cycle) {
        if (cycle.handlingDue() != null) {
            return cycle.handlingDue();
        }
        return cycle.number() > 1
                ? null
                : state.assignments().stream()
                        .filter(one -> one.ended() == null && one.reportBackBy() != null)
                        .map(one -> one.reportBackBy())
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the case left by an exit before the duty was overdue. */
    private static boolean lapsed(CaseAsOf state, LocalDate due, Window window) {
        var exit = state.exit();
        return exit != null && window.inTime(exit.at(), due);
    }

    private static Counted excludedByExit(CaseAsOf state, Instant on) {
        var exit = state.exit();
        return Counted.excluded(state, on, exit == null ? "" : exit.which().name());
    }

    private static Counted open(CaseAsOf state, Instant on) {
        return Counted.on(state, on, Part.DENOMINATOR);
    }
}
