package io.doorstep.query.duework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 到期事项。 One thing to be done by a day.
 *
 * @param clock what: a constant of {@code DeadlineClock}, REPORT_BACK, SUPERVISION, PERFORMANCE or COMMITMENT
 * @param owner who owes it: UNIT the unit that answers for the case, OFFICE the petition office
 * @param daysLeft 0 on the last day, negative when past
 */
public record DueItem(
        String caseId,
        String number,
        String title,
        String kind,
        String status,
        String clock,
        String owner,
        Instant startedAt,
        LocalDate lastDay,
        long daysLeft,
        String place,
        @Nullable String placeName,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName) {}
