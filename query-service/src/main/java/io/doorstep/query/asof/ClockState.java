package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一项期限。 A clock of the case, running or stopped.
 *
 * @param clock a constant of {@code DeadlineClock}, REPORT_BACK, PERFORMANCE or COMMITMENT
 * @param follows name of the fact that started it
 * @param source article of law or policy that sets its length; null when a person set the day
 * @param due last day; null when the calendar of that year is unknown
 * @param stoppedAt null while it runs
 * @param pausedSince since when it stands still; null while it runs, and when it was stopped
 * @param late whether it was stopped after its last day, or runs past it; null without a last day
 * @param daysLeft while it runs: 0 on the last day, negative when past
 * @param light while it runs: a constant of {@code Light}
 */
public record ClockState(
        String clock,
        String follows,
        @Nullable String source,
        Instant start,
        @Nullable LocalDate due,
        @Nullable Instant stoppedAt,
        @Nullable Instant pausedSince,
        @Nullable Boolean late,
        @Nullable Long daysLeft,
        @Nullable String light) {}
