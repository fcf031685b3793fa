package io.doorstep.query.supervision;

import io.doorstep.query.asof.Return;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 退办情况的一行。 A case that units said was not theirs.
 *
 * @param unit that answers for it, or did last
 * @param proposed how often a unit said so, {@code returned} and {@code refused} what came of it
 * @param lastAt when it came up last
 * @param steps by which unit, when, and what was decided, oldest first
 */
record PassedOn(
        String caseId,
        String number,
        String title,
        String kind,
        String place,
        @Nullable String placeName,
        String status,
        @Nullable String unit,
        @Nullable String unitName,
        int proposed,
        int returned,
        int refused,
        Instant lastAt,
        List<Return> steps) {}
