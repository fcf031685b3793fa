package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.terms.Light;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 期限的性质。 What holds for every start; the seed is fixed, so a failure can be seen again. */
class DeadlinePropertiesTest {

    private static final int TRIES = 2_000;
    private static final WorkCalendar CALENDAR = WorkCalendar.standard();
    private static final Deadlines DEADLINES = new Deadlines(Policies.standard(), CALENDAR, ZoneId.of("Asia/Shanghai"));
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00+08:00");
    private static final Duration SPAN =
            Duration.between(FIRST, Instant.parse("2027-08-01T00:00:00+08:00")); // all due dates fall in known years

    private final Random random = new Random(430525);

    @ParameterizedTest
    @EnumSource
    void a_due_date_is_a_working_day_and_never_before_its_full_length(DeadlineClock clock) {
        for (int i = 0; i < TRIES; i++) {
            Instant start = someStart();
            int extra = random.nextInt(31);
            LocalDate lastDay = lastDay(clock, start, extra);

            assertThat(CALENDAR.isWorkingDay(lastDay))
                    .as("%s + %s", start, extra)
                    .contains(true);
            assertThat(lastDay)
                    .as("%s + %s", start, extra)
                    .isAfterOrEqualTo(DEADLINES
                            .day(start)
                            .plusDays(SamplePolicies.NATIONAL.clock(clock).length() + extra));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_starts_later_or_has_more_days_is_never_due_earlier(DeadlineClock clock) {
        for (int i = 0; i < TRIES; i++) {
            Instant one = someStart();
            Instant other = i % 2 == 0 ? someStart() : one.plusSeconds(random.nextInt(200_000));
            Instant earlier = one.isBefore(other) ? one : other;
            Instant later = one.isBefore(other) ? other : one;
            int extra = random.nextInt(30);

            assertThat(lastDay(clock, later, extra))
                    .as("%s, %s, %s", earlier, later, extra)
                    .isAfterOrEqualTo(lastDay(clock, earlier, extra));
            assertThat(lastDay(clock, one, extra + 1))
                    .as("%s, %s", one, extra)
                    .isAfterOrEqualTo(lastDay(clock, one, extra));
        }
    }

    @ParameterizedTest
    @EnumSource
    void overdue_days_left_and_black_always_agree(DeadlineClock clock) {
        for (int i = 0; i < TRIES; i++) {
            Instant start = someStart();
            LocalDate lastDay = lastDay(clock, start, 0);
            Instant at = i % 2 == 0 ? someStart() : DEADLINES.endOf(lastDay).plusMillis(random.nextInt(2_000) - 1_000L);

            boolean overdue = DEADLINES.overdue(lastDay, at);
            assertThat(DEADLINES.daysLeft(lastDay, at) < 0)
                    .as("%s at %s", lastDay, at)
                    .isEqualTo(overdue);
            assertThat(DEADLINES.light(start, lastDay, at, SamplePolicies.NATIONAL) == Light.BLACK)
                    .as("%s at %s", lastDay, at)
                    .isEqualTo(overdue);
        }
    }

    private Instant someStart() {
        return FIRST.plusSeconds((long) (random.nextDouble() * SPAN.toSeconds()));
    }

    private static LocalDate lastDay(DeadlineClock clock, Instant start, int extra) {
        return Objects.requireNonNull(DEADLINES.due(clock, start, extra).lastDay());
    }
}
