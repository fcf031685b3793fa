package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 起讫日。 The first and the last of all dates that stand in a case. */
final class Dates {

    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

    void take(Instant moment) {
        first = first == null || moment.isBefore(first) ? moment : first;
        last = last == null || moment.isAfter(last) ? moment : last;
    }

    void take(LocalDate day) {
        firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
    }

    /** @param day on which a moment lies */
    LocalDate first(Function<Instant, LocalDate> day) {
        return days(first, firstDay, day).min(LocalDate::compareTo).orElseThrow();
    }

    /** @param day on which a moment lies */
    LocalDate last(Function<Instant, LocalDate> day) {
        return days(last, lastDay, day).max(LocalDate::compareTo).orElseThrow();
    }

    private static Stream<LocalDate> days(
            @Nullable Instant moment, @Nullable LocalDate known, Function<Instant, LocalDate> day) {
        return Stream.of(moment == null ? null : day.apply(moment), known).filter(Objects::nonNull);
    }
}
