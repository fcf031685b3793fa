package io.doorstep.query.weeks;

import io.doorstep.query.weeks.Board.Cell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** 日历文件。 A sheet as iCalendar (RFC 5545): a day in a township is one all-day event; no word of anybody's is in it. */
final class Calendar {

    private static final int LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Calendar() {}

    /**
     * @param summary of a day
     * @param description of a day, several lines
     */
    static String of(
            String weekId,
            String leader,
            List<Cell> days,
            Instant now,
            Function<Cell, String> summary,
            Function<Cell, String> description) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Doorstep//No-meeting week//EN");
        for (var day : days) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + weekId + "-" + escaped(leader) + "-" + day.day().format(DAY) + "@doorstep");
            line(text, "DTSTAMP:" + STAMP.format(now));
            line(text, "DTSTART;VALUE=DATE:" + day.day().format(DAY));
            line(text, "DTEND;VALUE=DATE:" + day.day().plusDays(1).format(DAY));
            line(text, "SUMMARY:" + escaped(summary.apply(day)));
            line(text, "DESCRIPTION:" + escaped(description.apply(day)));
            line(text, "CLASS:CONFIDENTIAL");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folds after 75 octets, and never within a character. */
    private static void line(StringBuilder text, String content) {
        var octets = 0;
        for (var i = 0; i < content.length(); ) {
            var character = content.codePointAt(i);
            var letters = Character.toString(character);
            var length = letters.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letters);
            octets += length;
            i += letters.length();
        }
        text.append("\r\n");
    }
}
