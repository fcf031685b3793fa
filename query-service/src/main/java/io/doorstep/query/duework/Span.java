package io.doorstep.query.duework;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 时段。 When something is due, as one speaks of it at the desk. */
enum Span {
    OVERDUE,
    TODAY,
    /** Until Sunday, without today. */
    WEEK,
    LATER;

    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    static Span parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new Malformed(FieldProblem.of("span", "UNKNOWN_CONSTANT", "overdue, today, week, later")));
    }

    static @Nullable Span parseIfAny(@Nullable String text) {
        return text == null || text.isBlank() ? null : parse(text);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first last day of the span. */
    LocalDate from(LocalDate today) {
        return switch (this) {
            case OVERDUE -> BEFORE_ALL;
            case TODAY -> today;
            case WEEK -> today.plusDays(1);
            case LATER -> sunday(today).plusDays(1);
        };
    }

    /** The last last day of the span; before its first one when the span is empty, as the week is on a Sunday. */
    LocalDate to(LocalDate today) {
        return switch (this) {
            case OVERDUE -> today.minusDays(1);
            case TODAY -> today;
            case WEEK -> sunday(today);
            case LATER -> AFTER_ALL;
        };
    }

    private static LocalDate sunday(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
