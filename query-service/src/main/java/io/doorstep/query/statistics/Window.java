package io.doorstep.query.statistics;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 统计期。 The span [from, to) that a figure looks at, and the legal moment as of which it looks.
 *
 * @param from null for the beginning of all records
 * @param to null for no end
 * @param at the legal moment: what fell due later has not fallen due
 * @param cameAgain when each case was reported once more, as a person decided
 * @param definitions the version that says what counts
 */
record Window(
        @Nullable Instant from,
        @Nullable Instant to,
        Instant at,
        Deadlines deadlines,
        Map<String, List<Instant>> cameAgain,
        Definitions definitions) {

    /** Before anybody asked which cases came again, counted by the newest version that ships. */
    Window(@Nullable Instant from, @Nullable Instant to, Instant at, Deadlines deadlines) {
        this(from, to, at, deadlines, Map.of(), ShippedDefinitions.NEWEST);
    }

    Window knowing(Map<String, List<Instant>> again) {
        return new Window(from, to, at, deadlines, again, definitions);
    }

    /** The same, counted by another version of the definitions. */
    Window by(Definitions other) {
        return new Window(from, to, at, deadlines, cameAgain, other);
    }

    FigureRule rule(Figure figure) {
        return definitions.rule(figure);
    }

    boolean holds(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
    }

    Days days() {
        return new Days(from == null ? null : deadlines.day(from), to == null ? null : deadlines.day(to));
    }

    /** Whether a last day lies in the window. */
    boolean holds(LocalDate lastDay) {
        return holds(deadlines.endOf(lastDay.minusDays(1)));
    }

    /** Whether a last day is over as of the legal moment. */
    boolean over(LocalDate lastDay) {
        return deadlines.overdue(lastDay, at);
    }

    boolean inTime(Instant done, LocalDate lastDay) {
        return !deadlines.overdue(lastDay, done);
    }
}
