package io.doorstep.query.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 督办台账的一行。 One order to see to a case.
 *
 * @param status of the case
 * @param unit that answers for the case, or did last
 * @param byUnit office that ordered it, and {@code byRole} in which role
 * @param state a constant of {@link OrderState}
 * @param daysOver days past the day of the answer, until it came or until now; null when there are none
 */
record Order(
        String caseId,
        String number,
        String title,
        String kind,
        String place,
        @Nullable String placeName,
        String status,
        @Nullable String unit,
        @Nullable String unitName,
        String level,
        Instant orderedAt,
        @Nullable String byUnit,
        @Nullable String byUnitName,
        @Nullable String byRole,
        LocalDate answerBy,
        @Nullable Instant answeredAt,
        String state,
        @Nullable Long daysOver) {}
