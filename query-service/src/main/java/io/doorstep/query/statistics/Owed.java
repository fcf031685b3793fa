package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一项职责。 One duty of a case, and what became of it.
 *
 * @param due its last day, after all extensions
 * @param done when it was done; null while it is not
 * @param extended whether the last day was lawfully put off
 * @param counted what it counts as, on its last day, for the unit that answered for it
 * @param source the article that it rests on, as the rules of its first day have it
 */
record Owed(
        LegalDuty duty,
        Verdict verdict,
        LocalDate due,
        @Nullable Instant done,
        boolean extended,
        Counted counted,
        String source) {

    /** How a duty fell away: the case left, or somebody else has it now. */
    record End(Instant at, String reason) {}

    /**
     * Judges a duty.
     *
     * @param start first day of its period
     * @param end null while it has not fallen away
     */
    static Owed judged(
            LegalDuty duty,
            CaseAsOf state,
            Instant start,
            LocalDate due,
            @Nullable Instant done,
            @Nullable End end,
            boolean extended,
            Window window) {
        var on = window.deadlines().endOf(due.minusDays(1));
        // whoever did it, or had it on the last day; who has the case later is not to blame
        var whose = done != null && done.isBefore(on) ? done : on;
        var counted = Counted.on(state, on, whose, Part.EXCLUDED);
        var verdict = verdict(duty, due, done, end, window);
        var part = switch (verdict) {
            case KEPT -> counted.as(Part.NUMERATOR, null);
            case LATE, OVERDUE -> counted.as(Part.DENOMINATOR, null);
            case NOT_YET_DUE -> counted.as(Part.EXCLUDED, Verdict.NOT_YET_DUE.name());
            case EXCLUDED -> counted.as(Part.EXCLUDED, end == null ? "" : end.reason());
        };
        var source = window.deadlines().policyAt(start).clock(duty.clock()).source();
        return new Owed(duty, verdict, due, done, extended, part, source);
    }

    Owed of(@Nullable String unit, @Nullable String officer) {
        return new Owed(duty, verdict, due, done, extended, counted.by(unit, officer), source);
    }

    private static Verdict verdict(
            LegalDuty duty, LocalDate due, @Nullable Instant done, @Nullable End end, Window window) {
        var over = window.over(due);
        if (!over && duty.countsWhenOver()) {
            return Verdict.NOT_YET_DUE;
        }
        if (done != null) {
            return window.inTime(done, due) ? Verdict.KEPT : Verdict.LATE;
        }
        if (end != null && window.inTime(end.at(), due)) {
            return Verdict.EXCLUDED;
        }
        return over ? Verdict.OVERDUE : Verdict.NOT_YET_DUE;
    }
}
