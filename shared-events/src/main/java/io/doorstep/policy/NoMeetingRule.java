package io.doorstep.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 无会周规则。 Which week of a month is its no-meeting week: the last from Monday to Sunday with enough working days inside
 * the month.
 *
 * @param minWorkingDays how many working days of the week have to lie inside the month
 */
public record NoMeetingRule(int minWorkingDays) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** Throws {@link IllegalArgumentException} when no week could be long enough. */
    public NoMeetingRule {
        if (minWorkingDays < 1 || minWorkingDays > DAYS_OF_A_WEEK) {
            throw new IllegalArgumentException("a week cannot have " + minWorkingDays + " working days");
        }
    }

    /** Its Monday; empty when no week of the month will do, or the calendar of the year is unknown. */
    public Optional<LocalDate> mondayOf(YearMonth month, WorkCalendar calendar) {
        var last = month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(
                        last, monday -> !monday.plusDays(6).isBefore(month.atDay(1)), monday -> monday.minusWeeks(1))
                .filter(monday -> workingDays(monday, month, calendar) >= minWorkingDays)
                .findFirst();
    }

    private static long workingDays(LocalDate monday, YearMonth month, WorkCalendar calendar) {
        return monday.datesUntil(monday.plusWeeks(1))
                .filter(day -> YearMonth.from(day).equals(month))
                .filter(day -> calendar.isWorkingDay(day).orElse(false))
                .count();
    }
}
