package io.doorstep.query.asof;

import io.doorstep.store.Migration;
import java.time.Instant;

/**
 * 双时区间。 What held for a span of legal time, as known during a span of recorded time; spans include their start and
 * exclude their end.
 */
public record Rectangle(
        Instant occurredFrom, Instant occurredTo, Instant recordedFrom, Instant recordedTo, CaseAsOf state) {

    /** The end of a span that has none. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The same in SQL, and never as a parameter: PostgreSQL's indexes of what is open could not be used for it. */
    static final String SQL_FOREVER = Migration.FOREVER;

    public boolean holds(Instant at, Instant knownAt) {
        return !occurredFrom.isAfter(at)
                && occurredTo.isAfter(at)
                && !recordedFrom.isAfter(knownAt)
                && recordedTo.isAfter(knownAt);
    }

    Rectangle endedAt(Instant recorded) {
        return new Rectangle(occurredFrom, occurredTo, recordedFrom, recorded, state);
    }
}
