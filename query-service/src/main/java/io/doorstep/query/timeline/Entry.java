package io.doorstep.query.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 一步经过。 One fact.
 *
 * @param sequence position among the facts of the case, from 0
 * @param type name of the fact
 * @param what the same in the reader's language
 * @param late OUT_OF_ORDER or RECORDED_LATE; null when it came in time
 * @param changes what the fact says, by name; sealed words as far as the reader may see them
 */
record Entry(
        long sequence,
        String type,
        String what,
        @Nullable String actor,
        List<String> roles,
        @Nullable String unit,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String late,
        @Nullable String importId,
        Map<String, Object> changes) {}
