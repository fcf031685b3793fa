package io.doorstep.query.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 死信一则。 The fact that stands in the way of a case, without its content.
 *
 * @param fact its type
 * @param cause class of what went wrong
 * @param where place in the code, which names no data
 * @param attempts how often it was tried
 * @param parked number of facts of this case that wait, this one included
 * @param parking that it was decided to leave them so; null when nobody has
 */
public record DeadLetterEntry(
        String group,
        String caseId,
        long sequence,
        String fact,
        @Nullable String cause,
        @Nullable String where,
        Instant since,
        int attempts,
        long parked,
        @Nullable Parking parking) {}
