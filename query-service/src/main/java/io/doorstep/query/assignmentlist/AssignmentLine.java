package io.doorstep.query.assignmentlist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 交办清单的一行。 One unit that answers for one case.
 *
 * @param due last day of the clock that ends first
 * @param daysLeft 0 on the last day, negative when past
 * @param returnProposed when the unit said that the matter is not its own, while that is undecided
 * @param urged how often somebody pressed for progress
 * @param supervision who ordered the case to be seen to, last; with the day of the answer and whether it came
 */
record AssignmentLine(
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
        String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName,
        @Nullable String leadOfficer,
        Instant reportedAt,
        Instant assignedAt,
        @Nullable Instant signedAt,
        @Nullable LocalDate objectionDue,
        @Nullable LocalDate noticeDue,
        @Nullable LocalDate handlingDue,
        @Nullable LocalDate reportBackBy,
        @Nullable Instant returnProposed,
        int timesReturned,
        int urged,
        @Nullable String supervision,
        @Nullable LocalDate answerBy,
        @Nullable Instant answeredAt,
        @Nullable LocalDate due,
        @Nullable String dueClock,
        @Nullable Long daysLeft,
        String light,
        String lastType,
        Instant lastAt,
        int version) {}
