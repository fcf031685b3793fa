package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 每种期限 × 每种情形。 Every clock in every situation that people get wrong. The last days in {@code clocks.csv} were reckoned by
 * another program from the lengths of Reg. 22, 23 and 34 to 36 and the calendars of the State Council.
 */
class EveryClockTest {

    private static final ZoneId HUNAN = ZoneId.of("Asia/Shanghai");
    private static final Set<String> SITUATIONS = Set.of(
            "ordinary",
            "holiday",
            "make-up day",
            "month end",
            "leap day",
            "local midnight",
            "extension",
            "pause",
            "reopening");

    private final Deadlines deadlines = new Deadlines(Policies.standard(), WorkCalendar.standard(), HUNAN);

    record Line(DeadlineClock clock, String situation, LocalDateTime start, int extraDays, LocalDate lastDay) {}

    static Stream<Line> lines() {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(Objects.requireNonNull(EveryClockTest.class.getResourceAsStream("/clocks.csv")))) {
            return csv.stream().map(EveryClockTest::line).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Line line(NamedCsvRecord row) {
        return new Line(
                DeadlineClock.valueOf(row.getField("clock")),
                row.getField("situation"),
                LocalDateTime.parse(row.getField("start")),
                Integer.parseInt(row.getField("extraDays")),
                LocalDate.parse(row.getField("lastDay")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void ends_at_24_00_of_its_last_day(Line line) {
        var start = line.start().atZone(HUNAN).toInstant();
        assertThat(deadlines.due(line.clock(), start, line.extraDays()).lastDay())
                .isEqualTo(line.lastDay());

        var midnight = line.lastDay().plusDays(1).atStartOfDay(HUNAN).toInstant();
        assertThat(deadlines.overdue(
                        line.lastDay(), line.lastDay().atStartOfDay(HUNAN).toInstant()))
                .as("at 00:00 of the last day")
                .isFalse();
        assertThat(deadlines.overdue(line.lastDay(), midnight.minusMillis(1)))
                .as("a moment before 24:00")
                .isFalse();
        assertThat(deadlines.overdue(line.lastDay(), midnight)).as("at 24:00").isTrue();
    }

    @Test
    void no_clock_and_no_situation_is_missing() {
        var found = lines().map(line -> line.clock() + " " + line.situation()).toList();
        var wanted = Arrays.stream(DeadlineClock.values())
                .flatMap(clock -> SITUATIONS.stream().map(situation -> clock + " " + situation))
                .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void the_situations_are_what_they_are_called() {
        var calendar = WorkCalendar.standard();
        List<Line> lines = lines().toList();
        assertThat(lines.stream()
                        .filter(line -> line.situation().equals("make-up day"))
                        .filter(line -> line.clock() != DeadlineClock.OBJECTION))
                .allSatisfy(line -> {
                    assertThat(line.lastDay().getDayOfWeek().getValue()).isGreaterThan(5);
                    assertThat(calendar.isWorkingDay(line.lastDay())).contains(true);
                });
        assertThat(lines.stream().filter(line -> line.situation().equals("leap day")))
                .allSatisfy(line -> assertThat(line.start().getYear()).isEqualTo(2024));
    }
}
