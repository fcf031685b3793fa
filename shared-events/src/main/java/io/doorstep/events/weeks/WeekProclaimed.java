package io.doorstep.events.weeks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 无会周已公布。 The dates of a county's no-meeting week of a month; a later one takes the place of an earlier one.
 *
 * @param month as 2026-11
 * @param monday first day of the week
 * @param days working days of it, on which visits are made
 * @param policy version of the rules that picked it, or would have picked another
 * @param reason why it is another week than the rules would have it; null when it is theirs
 */
@Revision("1")
public record WeekProclaimed(
        String weekId,
        Instant occurredAt,
        String county,
        String month,
        LocalDate monday,
        List<LocalDate> days,
        String policy,
        @Nullable String reason)
        implements WeekEvent {}
