package io.doorstep.query.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.query.weeks.Board.Cell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final Cell DAY = new Cell(LocalDate.of(2026, 11, 23), false, List.of(), null, null, 0);

    private static String of(String summary, String description) {
        return Calendar.of(
                "week",
                "cadre",
                List.of(DAY),
                Instant.parse("2026-11-16T01:00:00Z"),
                day -> summary,
                day -> description);
    }

    @Test
    void a_day_is_an_event_of_that_whole_day() {
        assertThat(of("下访", "一"))
                .contains(
                        "DTSTART;VALUE=DATE:20261123\r\n",
                        "DTEND;VALUE=DATE:20261124\r\n",
                        "DTSTAMP:20261116T010000Z\r\n")
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void what_means_something_in_the_format_is_escaped() {
        assertThat(of("a,b;c\\d\ne", "x")).contains("SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        var text = of("无会周下访到村入户".repeat(12) + "😀".repeat(30), "y");

        assertThat(text.lines().toList())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("无会周下访到村入户".repeat(12) + "😀".repeat(30));
    }
}
