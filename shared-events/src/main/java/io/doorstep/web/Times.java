package io.doorstep.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** 时间的写法。 Times and days as somebody wrote them; what lies outside of the years 1000 to 9998 is none that an office can mean. */
public final class Times {

    private static final int FIRST = 1000;
    private static final int LAST = 9998;

    private Times() {}

    /** A moment, ISO-8601 with offset; a plus sign that was not encoded arrives as a blank. */
    public static Instant moment(String text) {
        return known(OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant());
    }

    /** The same moment, if it is one that an office can mean. */
    public static Instant known(Instant moment) {
        known(moment.atOffset(ZoneOffset.UTC).getYear());
        return moment;
    }

    /** A day, ISO-8601. */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text.strip());
        known(day.getYear());
        return day;
    }

    private static void known(int year) {
        if (year < FIRST || year > LAST) {
            throw new DateTimeException("no year of ours");
        }
    }
}
