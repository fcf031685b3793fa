package io.doorstep.query.rules;

import io.doorstep.policy.Deadlines;
import io.doorstep.policy.WorkCalendar;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * 工作日历一览。 Which years are known, and which of those that last days will soon fall into are not: said long before it
 * matters, on the pages of due work and rules and in the health of the node.
 */
@Component("calendars")
class Calendars implements HealthIndicator {

    private final WorkCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;

    Calendars(WorkCalendar calendar, Deadlines deadlines, Clock clock) {
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * 一年的日历。 What is known of a year's working days.
     *
     * @param source null for a year of which nothing is known
     * @param provisional whether it is unknown or holds the holidays of the law alone, because the notice had not come out
     * @param wanting whether periods that begin today may end in it all the same
     */
    record Year(int year, @Nullable String source, boolean provisional, boolean wanting) {}

    List<Year> all() {
        var wanting = wanting();
        return Stream.concat(calendar.years().stream(), wanting.stream())
                .distinct()
                .sorted()
                .map(year -> new Year(
                        year, calendar.source(year).orElse(null), calendar.isProvisional(year), wanting.contains(year)))
                .toList();
    }

    private List<Integer> wanting() {
        return calendar.wanting(deadlines.day(clock.instant()));
    }

    /** Up, for the product works on; with a word for whoever watches it. */
    @Override
    public Health health() {
        return Health.up().withDetail("yearsWithoutNotice", wanting()).build();
    }
}
