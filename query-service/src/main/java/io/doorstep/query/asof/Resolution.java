package io.doorstep.query.asof;

import io.doorstep.events.cases.Evidence;
import io.doorstep.events.cases.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 化解 / 办结。 How a cycle was settled, or its procedure ended.
 *
 * @param result SETTLED or ENDED
 * @param doorstep settled by a visit at the village or home (门口化解)
 * @param resolver account that recorded it
 * @param unit the unit that answered for the case at that moment
 * @param place the place that the case had at that moment
 */
public record Resolution(
        Instant at,
        String outcome,
        String result,
        Sealed summary,
        List<Evidence> evidence,
        @Nullable String visitId,
        boolean onTheSpot,
        boolean doorstep,
        @Nullable String stance,
        @Nullable String resolver,
        @Nullable String unit,
        @Nullable String officer,
        String place,
        @Nullable LocalDate revisitDue) {}
