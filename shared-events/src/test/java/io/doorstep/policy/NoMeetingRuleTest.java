package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoMeetingRuleTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.standard();

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "2026-11, 2026-11-23, the week of the 30th has one working day in November",
        "2025-04, 2025-04-28, three working days of it lie in April",
        "2024-02, 2024-02-26, the leap day makes it four",
        "2025-10, 2025-10-27, five days",
        "2025-01, 2025-01-20, the last week is the Spring Festival; the one before has its Sunday made up",
    })
    void it_is_the_last_week_with_enough_working_days_inside_the_month(
            YearMonth month, LocalDate monday, String because) {
        assertThat(new NoMeetingRule(3).mondayOf(month, CALENDAR)).as(because).contains(monday);
    }

    @Test
    void a_year_without_calendar_has_none() {
        assertThat(new NoMeetingRule(3).mondayOf(YearMonth.of(2098, 5), CALENDAR))
                .isEmpty();
    }

    @Test
    void a_week_has_no_eight_days() {
        assertThatThrownBy(() -> new NoMeetingRule(8)).isInstanceOf(IllegalArgumentException.class);
    }
}
