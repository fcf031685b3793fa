package io.doorstep.browser;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** 本地时间。 Times as a form of the office takes them. */
final class LocalMinute {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private LocalMinute() {}

    static String ago(int minutes) {
        return LocalDateTime.now(OFFICE)
                .minusMinutes(minutes)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
    }

    static String inDays(int days) {
        return LocalDate.now(OFFICE).plusDays(days).toString();
    }
}
