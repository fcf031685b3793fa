package io.doorstep.query.statistics;

import io.doorstep.query.asof.Assignment;
import io.doorstep.query.asof.CaseAsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 计入项。 One thing that a figure counts: a case, a duty, a resolution, a revisit; with place and unit of the date that
 * counts.
 *
 * @param reason why it is excluded; null when it is not
 * @param on the date that counts
 */
record Counted(
        CaseAsOf of,
        Part part,
        @Nullable String reason,
        Instant on,
        String place,
        @Nullable String unit,
        @Nullable String officer) {

    /** Something of a case on a date, with whoever answered for the case then, or first after. */
    static Counted on(CaseAsOf state, Instant on, Part part) {
        return on(state, on, on, part);
    }

    /** The same with whoever answered for the case at another moment. */
    static Counted on(CaseAsOf state, Instant on, Instant whose, Part part) {
        var answering = answering(state, whose);
        return new Counted(
                state,
                part,
                null,
                on,
                state.matter().place(),
                answering == null ? null : answering.unit(),
                answering == null ? null : answering.officer());
    }

    static Counted excluded(CaseAsOf state, Instant on, String reason) {
        var counted = on(state, on, Part.EXCLUDED);
        return new Counted(state, Part.EXCLUDED, reason, on, counted.place, counted.unit, counted.officer);
    }

    Counted by(@Nullable String answeringUnit, @Nullable String answeringOfficer) {
        return new Counted(of, part, reason, on, place, answeringUnit, answeringOfficer);
    }

    Counted as(Part other, @Nullable String why) {
        return new Counted(of, other, why, on, place, unit, officer);
    }

    Counted at(String place) {
        return new Counted(of, part, reason, on, place, unit, officer);
    }

    private static @Nullable Assignment answering(CaseAsOf state, Instant on) {
        Assignment found = null;
        for (var one : state.assignments()) {
            var ended = one.endedAt();
            if (found == null || (!one.assignedAt().isAfter(on) && (ended == null || ended.isAfter(on)))) {
                found = one;
            }
        }
        return found;
    }
}
