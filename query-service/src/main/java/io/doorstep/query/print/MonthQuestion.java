package io.doorstep.query.print;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import io.doorstep.terms.Light;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 月报请求。 Which month, of what, as of when.
 *
 * @param scope place and unit, without a window
 * @param moment its last moment, or the present while it lasts
 * @param over whether the month is over
 */
record MonthQuestion(Actor viewer, YearMonth month, CaseFilter scope, CaseFilter inMonth, Moment moment, boolean over) {

    /** The month as it stood at its end, as known by then or now; while it lasts, as it stands. */
    static MonthQuestion of(
            Actor viewer,
            YearMonth month,
            @Nullable String place,
            @Nullable String unit,
            @Nullable Instant knownAt,
            Instant now,
            ZoneId zone) {
        var from = month.atDay(1).atStartOfDay(zone).toInstant();
        var to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        var over = !to.isAfter(now);
        // the last moment that both databases can tell from the next month's first
        var at = over ? to.minusNanos(1000) : null;
        return new MonthQuestion(
                viewer,
                month,
                filter(place, unit, List.of(), null, null),
                filter(place, unit, List.of(), from, to),
                Moment.of(at, knownAt, now),
                over);
    }

    /** The cases whose last day is past. */
    CaseFilter overdue() {
        return filter(scope.place(), scope.unit(), List.of(Light.BLACK.name()), null, null);
    }

    private static CaseFilter filter(
            @Nullable String place,
            @Nullable String unit,
            List<String> lights,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new CaseFilter(place, unit, null, List.of(), null, List.of(), List.of(), lights, null, from, to);
    }
}
