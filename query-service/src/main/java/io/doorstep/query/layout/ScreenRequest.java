package io.doorstep.query.layout;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 网页请求。 What a browser's form says, as the interface for programs would say it. */
public final class ScreenRequest {

    private ScreenRequest() {}

    /**
     * Takes blanks out, and reads a day in {@code at} or {@code knownAt} as its end: what stood at the close of that day, which
     * for today is now.
     */
    public static MultiValueMap<String, String> read(MultiValueMap<String, String> sent, LocalDate today, ZoneId zone) {
        var asked = new LinkedMultiValueMap<>(ListAddress.withoutBlanks(sent));
        endOfDay(asked, "at", today, zone);
        endOfDay(asked, "knownAt", today, zone);
        return asked;
    }

    private static void endOfDay(MultiValueMap<String, String> asked, String name, LocalDate today, ZoneId zone) {
        var text = asked.getFirst(name);
        if (text == null || text.length() != 10) {
            return;
        }
        try {
            var day = Times.day(text);
            if (day.equals(today)) {
                asked.remove(name);
                return;
            }
            var end = day.plusDays(1).atStartOfDay(zone).minusNanos(1000);
            asked.set(name, end.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException wrong) {
            throw new Malformed(FieldProblem.of(name, "NOT_A_DATE"));
        }
    }
}
