package io.doorstep.query.map;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.QuotableFigures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * 本年化解率。 The headline figure of the year so far. It is counted from every case, too much for a screen that asks twice a
 * minute, so an answer serves for five minutes: one for each unit, for units see different cases.
 */
@Component
final class YearRate {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final QuotableFigures figures;
    private final ZoneId zone;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    YearRate(QuotableFigures figures, ZoneId officeZone) {
        this.figures = figures;
        this.zone = officeZone;
    }

    /**
     * The figure and the moment it was counted.
     *
     * @param from first day of the year
     * @param to the day after the last that counts
     */
    record Known(QuotableFigures.Quoted figure, LocalDate from, LocalDate to, Instant countedAt) {}

    Known of(Actor viewer, Moment moment, LocalDate today, Locale locale) {
        var key = Objects.requireNonNullElse(viewer.unit(), "") + " " + locale.getLanguage();
        var before = known.get(key);
        if (before != null
                && before.to.equals(today.plusDays(1))
                && before.countedAt.plus(GOOD_FOR).isAfter(moment.now())) {
            return before;
        }
        var from = today.withDayOfYear(1);
        var to = today.plusDays(1);
        var year = new CaseFilter(
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                from.atStartOfDay(zone).toInstant(),
                to.atStartOfDay(zone).toInstant());
        // the headline stands first among the figures
        var fresh = new Known(figures.quote(viewer, year, moment, locale).get(0), from, to, moment.now());
        known.put(key, fresh);
        return fresh;
    }
}
