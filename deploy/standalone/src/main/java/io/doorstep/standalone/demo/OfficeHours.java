package io.doorstep.standalone.demo;

import io.doorstep.policy.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;

/** When things happen in the demonstration: on working days between half past eight and half past five. */
record OfficeHours(WorkCalendar calendar, ZoneId zone) {
    private static final int OPENS = 8 * 60 + 30;
    private static final int OPEN_MINUTES = 9 * 60;

    LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, zone);
    }

    /** A moment on the first working day that lies at least so many days on, always later than before. */
    Instant after(Instant before, int days, Random dice) {
        // thrown once whatever the calendar says, so that every year tells the same stories
        var minutes = OPENS + dice.nextInt(OPEN_MINUTES);
        var moment = at(day(before).plusDays(days), minutes);
        return moment.isAfter(before) ? moment : at(day(before).plusDays(days + 1L), minutes);
    }

    Instant on(LocalDate notBefore, Random dice) {
        return at(notBefore, OPENS + dice.nextInt(OPEN_MINUTES));
    }

    private Instant at(LocalDate notBefore, int minutes) {
        var day = notBefore;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day.atStartOfDay(zone).plusMinutes(minutes).toInstant();
    }

    /** A day of the month's last Monday-to-Sunday week, when leaders take cases to the villages. */
    LocalDate noMeetingWeekOf(LocalDate day, Random dice) {
        var monday =
                day.with(TemporalAdjusters.lastInMonth(DayOfWeek.WEDNESDAY)).minusDays(2);
        return monday.plusDays(dice.nextInt(4));
    }

    private boolean works(LocalDate day) {
        return calendar.isWorkingDay(day).orElse(day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue());
    }
}
