package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {

    private static final String HEAD = "# source: a test\n# provisional: false\ndate,kind,name\n";
    private static final WorkCalendar STANDARD = WorkCalendar.standard();

    @ParameterizedTest
    @CsvSource({
        "2024-02-09, true", // New Year's Eve was no holiday yet
        "2024-02-18, true",
        "2024-02-17, false",
        "2025-01-26, true",
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-05, true",
        "2025-10-08, false",
        "2025-10-11, true",
        "2026-01-02, false",
        "2026-01-04, true",
        "2026-02-23, false",
        "2026-09-20, true",
        "2026-11-21, false", // an ordinary Saturday
        "2026-11-23, true", // an ordinary Monday
        "2027-02-05, false",
        "2027-02-08, false",
        "2027-02-09, true",
    })
    void a_working_day_or_not(LocalDate day, boolean working) {
        assertThat(STANDARD.isWorkingDay(day)).contains(working);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_years_working_days_add_up(int year, long days) {
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(day -> STANDARD.isWorkingDay(day).orElseThrow())
                        .count())
                .isEqualTo(days);
    }

    @Test
    void a_year_without_data_is_unknown() {
        assertThat(STANDARD.isWorkingDay(LocalDate.parse("2023-12-31"))).isEmpty();
        assertThat(STANDARD.isWorkingDay(LocalDate.parse("2028-01-01"))).isEmpty();
        assertThat(STANDARD.source(2028)).isEmpty();
        assertThat(STANDARD.years()).containsExactly(2024, 2025, 2026, 2027);
    }

    @Test
    void a_year_without_its_notice_is_provisional() {
        assertThat(Stream.of(2024, 2025, 2026, 2027, 2028).filter(STANDARD::isProvisional))
                .containsExactly(2027, 2028);
        assertThat(STANDARD.source(2025).orElseThrow()).contains("国办发明电〔2024〕12号");
    }

    @Test
    void a_folders_year_replaces_the_shipped_one_as_a_whole(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.csv"), '\ufeff' + HEAD + "2027-02-20,WORKDAY,春节\r\n");
        Files.writeString(folder.resolve("readme.txt"), "not a calendar");
        WorkCalendar calendar = WorkCalendar.standardWith(folder);

        assertThat(calendar.isWorkingDay(LocalDate.parse("2027-02-20"))).contains(true);
        assertThat(calendar.isWorkingDay(LocalDate.parse("2027-01-01"))).contains(true);
        assertThat(calendar.isProvisional(2027)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-01-01"))).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027/2/20,WORKDAY,x",
                "2027-02-30,HOLIDAY,x",
                "2026-02-20,HOLIDAY,x",
                "2027-02-20,HALFDAY,x",
                "2027-02-19,WORKDAY,a weekday",
                "2027-02-20,WORKDAY,x\n2027-02-20,HOLIDAY,y",
                "2027-02-20",
                "2027-02-20,WORKDAY,x,y",
            })
    void a_malformed_line_is_named(String lines, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.csv"), HEAD + lines + "\n");

        assertThatThrownBy(() -> WorkCalendar.standardWith(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2027.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# provisional: false\ndate,kind,name\n",
                "# source: x\ndate,kind,name\n",
                "# source: x\n# provisional: perhaps\ndate,kind,name\n",
                "# source: x\n# provisional: true\nday,kind,name\n",
                "# source: x\n# provisional: true\n2027-01-01,HOLIDAY,元旦\n",
            })
    void a_year_says_where_it_is_from(String text, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2027.csv"), text);

        assertThatThrownBy(() -> WorkCalendar.standardWith(folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
