package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Policies STANDARD = Policies.standard();
    private static final Deadlines DEADLINES = new Deadlines(STANDARD, WorkCalendar.standard(), SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        // clock, start, extra days, last day: the checked dates of the domain
        "TRANSFER,  2025-01-10T09:00, 0,  2025-01-26", // a Saturday rolls on to a make-up Sunday
        "OBJECTION, 2025-01-22T09:00, 0,  2025-02-05", // over the Spring Festival, the make-up Sunday counts
        "HANDLING,  2025-03-02T09:00, 0,  2025-05-06", // over Labour Day
        "HANDLING,  2025-08-04T09:00, 0,  2025-10-09", // over the National Day
        "NOTICE,    2025-09-16T09:00, 0,  2025-10-09",
        "HANDLING,  2025-03-02T09:00, 30, 2025-06-03", // 60 + 30 days in one go, not 30 from 6 May
        // month ends, leap day, change of the year
        "MEDIATION, 2025-01-31T09:00, 0,  2025-03-03", // 2 March is a Sunday
        "MEDIATION, 2024-01-30T09:00, 0,  2024-02-29", // the leap day is a last day
        "MEDIATION, 2024-02-29T09:00, 0,  2024-04-01", // 30 March is a Saturday
        "REVISIT,   2025-12-02T09:00, 0,  2026-01-04", // 1 January, first working day is a make-up Sunday
        "OBJECTION, 2025-12-29T09:00, 0,  2026-01-06", // over New Year, the make-up Sunday counts
        "REVIEW,    2025-06-02T09:00, 0,  2025-07-02", // starts on a holiday: counts all the same
        "RECHECK,   2025-06-02T09:00, 5,  2025-07-07", // five days of hearing do not count
        // the weekend before and after make-up days
        "OBJECTION, 2025-10-09T09:00, 0,  2025-10-15", // Saturday the 11th counts, Sunday the 12th does not
        "NOTICE,    2025-09-13T09:00, 0,  2025-09-28", // a make-up Sunday needs no rolling
        "OBJECTION, 2025-01-22T09:00, 2,  2025-02-07", // extra days of a working-day clock are working days
        // midnight: the local day of the start is not counted
        "TRANSFER,  2025-03-03T00:00:00, 0, 2025-03-18",
        "TRANSFER,  2025-03-03T23:59:59, 0, 2025-03-18",
        "TRANSFER,  2025-03-04T00:00:00, 0, 2025-03-19",
    })
    void the_last_day(DeadlineClock clock, LocalDateTime start, int extraDays, LocalDate lastDay) {
        assertThat(DEADLINES.due(clock, local(start), extraDays)).isEqualTo(new Due(lastDay, "national-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03T16:59:59, 2025-03-18",
        "2025-03-03T17:00:00, 2025-03-19", // as if on the 4th
        "2025-03-03T23:00:00, 2025-03-19",
    })
    void what_comes_after_the_cut_off_counts_from_the_next_day(LocalDateTime start, LocalDate lastDay) {
        var withCutOff =
                new Deadlines(new Policies(List.of(SamplePolicies.cutOffAt(17))), WorkCalendar.standard(), SHANGHAI);
        assertThat(withCutOff.due(DeadlineClock.TRANSFER, local(start)).lastDay())
                .isEqualTo(lastDay);
    }

    @Test
    void days_are_local_days_of_the_office_and_not_of_the_server() {
        Instant lateEveningInUtc = Instant.parse("2025-03-03T16:00:00Z");
        Deadlines inUtc = new Deadlines(STANDARD, WorkCalendar.standard(), ZoneId.of("UTC"));

        assertThat(DEADLINES.due(DeadlineClock.TRANSFER, lateEveningInUtc).lastDay())
                .isEqualTo("2025-03-19");
        assertThat(inUtc.due(DeadlineClock.TRANSFER, lateEveningInUtc).lastDay())
                .isEqualTo("2025-03-18");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER,  2019-05-01T09:00", // no calendar so far back
        "OBJECTION, 2027-12-30T09:00", // some of the days are known, the last ones are not
        "HANDLING,  2027-12-01T09:00", // the last day is in an unknown year
        "OBJECTION, 2023-12-29T09:00", // the last day's year is known, a day before it is not
    })
    void an_unknown_year_gives_an_unknown_due_date(DeadlineClock clock, LocalDateTime start) {
        assertThat(DEADLINES.due(clock, local(start))).isEqualTo(new Due(null, "national-1"));
    }

    @Test
    void a_day_count_needs_only_the_calendar_of_its_end() {
        assertThat(DEADLINES
                        .due(DeadlineClock.HANDLING, local(LocalDateTime.parse("2023-12-20T09:00")))
                        .lastDay())
                .isEqualTo("2024-02-18"); // a make-up Sunday
    }

    @Test
    void without_roll_over_a_period_ends_on_a_holiday_and_needs_no_calendar() {
        Policy strict = SamplePolicies.withoutRollOver("strict-1", LocalDate.parse("2019-01-01"));
        Deadlines deadlines = new Deadlines(new Policies(List.of(strict)), WorkCalendar.standard(), SHANGHAI);

        assertThat(deadlines.due(DeadlineClock.HANDLING, local(LocalDateTime.parse("2025-03-02T09:00"))))
                .isEqualTo(new Due(LocalDate.parse("2025-05-01"), "strict-1"));
        assertThat(deadlines.due(DeadlineClock.HANDLING, local(LocalDateTime.parse("2019-03-02T09:00"))))
                .isEqualTo(new Due(LocalDate.parse("2019-05-01"), "strict-1"));
        assertThat(deadlines.due(DeadlineClock.OBJECTION, local(LocalDateTime.parse("2025-01-22T09:00"))))
                .isEqualTo(new Due(LocalDate.parse("2025-02-05"), "strict-1"));
    }

    @Test
    void a_clock_runs_under_the_policy_of_its_start_unless_told_otherwise() {
        Policy strict = SamplePolicies.withoutRollOver("strict-2", LocalDate.parse("2025-03-03"));
        Policies both = new Policies(List.of(STANDARD.version("national-1"), strict));
        Deadlines deadlines = new Deadlines(both, WorkCalendar.standard(), SHANGHAI);
        Instant before = local(LocalDateTime.parse("2025-03-02T23:59:59"));

        assertThat(deadlines.due(DeadlineClock.HANDLING, before))
                .isEqualTo(new Due(LocalDate.parse("2025-05-06"), "national-1"));
        assertThat(deadlines.due(DeadlineClock.HANDLING, before.plusSeconds(1)))
                .isEqualTo(new Due(LocalDate.parse("2025-05-02"), "strict-2"));
        assertThat(deadlines.due(DeadlineClock.HANDLING, before, 0, strict))
                .isEqualTo(new Due(LocalDate.parse("2025-05-01"), "strict-2"));
    }

    @Test
    void an_extension_never_shortens() {
        assertThatThrownBy(() -> DEADLINES.due(DeadlineClock.HANDLING, Instant.EPOCH, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // the last day is 2025-05-06
        "2025-05-05T23:59:59, false, 1",
        "2025-05-06T00:00:00, false, 0",
        "2025-05-06T23:59:59, false, 0",
        "2025-05-06T23:59:59.999999999, false, 0",
        "2025-05-07T00:00:00, true, -1",
        "2025-06-06T12:00:00, true, -31",
        "2025-03-02T09:00:00, false, 65",
    })
    void today_is_not_overdue(LocalDateTime at, boolean overdue, long daysLeft) {
        LocalDate lastDay = LocalDate.parse("2025-05-06");

        assertThat(DEADLINES.overdue(lastDay, local(at))).isEqualTo(overdue);
        assertThat(DEADLINES.daysLeft(lastDay, local(at))).isEqualTo(daysLeft);
    }

    @Test
    void a_period_ends_at_midnight_after_its_last_day() {
        assertThat(DEADLINES.endOf(LocalDate.parse("2025-05-06"))).isEqualTo("2025-05-06T16:00:00Z");
    }

    @Test
    void a_day_ends_when_the_clock_is_put_back_too() {
        Deadlines berlin = new Deadlines(STANDARD, WorkCalendar.standard(), ZoneId.of("Europe/Berlin"));

        assertThat(berlin.endOf(LocalDate.parse("2025-10-26"))).isEqualTo("2025-10-26T23:00:00Z");
    }

    private static Instant local(LocalDateTime at) {
        return at.atZone(SHANGHAI).toInstant();
    }
}
