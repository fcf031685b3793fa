package io.doorstep.query.closeoutlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 销号清单的一行。 One resolved cycle of a case.
 *
 * @param state a constant of {@link CloseOutState}
 * @param status where the case itself stands now
 * @param unit the unit that answered for the case when it was resolved
 * @param officer the officer who did
 * @param evidence how many pieces of each kind show that it is resolved
 * @param overdue whether it was resolved after its last day; null when it had none
 * @param reopenedSince whether a later cycle began
 */
record CloseOut(
        String caseId,
        String number,
        int cycle,
        String state,
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
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName,
        Instant reportedAt,
        @Nullable String outcome,
        @Nullable String result,
        @Nullable String stance,
        boolean doorstep,
        Map<String, Long> evidence,
        @Nullable String resolver,
        @Nullable String resolverName,
        @Nullable Instant resolvedAt,
        @Nullable LocalDate handlingDue,
        @Nullable Boolean overdue,
        @Nullable LocalDate revisitDue,
        @Nullable String verdict,
        @Nullable Instant revisitedAt,
        @Nullable String closedOutBy,
        @Nullable String closedOutByName,
        @Nullable Instant closedOutAt,
        boolean reopenedSince,
        @Nullable Instant reopenedAt,
        int version) {}
