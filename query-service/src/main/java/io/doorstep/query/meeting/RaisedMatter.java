package io.doorstep.query.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 议事会清单的一行。 One matter that a village meeting raised.
 *
 * @param by the day by which it is to be done: the one that the meeting set, or else that of its clock
 * @param state a constant of {@link MatterState}
 */
record RaisedMatter(
        String caseId,
        String number,
        String title,
        String category,
        @Nullable String categoryName,
        String place,
        Instant reportedAt,
        String status,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName,
        @Nullable LocalDate by,
        @Nullable Instant resolvedAt,
        String state) {}
