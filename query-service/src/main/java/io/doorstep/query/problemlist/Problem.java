package io.doorstep.query.problemlist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 问题清单的一行。 One open case.
 *
 * @param due last day of the clock that ends first
 * @param dueClock which clock that is
 * @param daysLeft 0 on the last day, negative when past
 * @param lastType name of the last fact
 */
record Problem(
        String caseId,
        String number,
        String channel,
        String place,
        @Nullable String placeName,
        String title,
        String kind,
        String category,
        @Nullable String categoryName,
        boolean joint,
        boolean repeat,
        String status,
        int cycle,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName,
        @Nullable String leadOfficer,
        Instant reportedAt,
        @Nullable LocalDate due,
        @Nullable String dueClock,
        @Nullable Long daysLeft,
        String light,
        @Nullable Instant lastVisitAt,
        String lastType,
        Instant lastAt,
        int version) {}
