package io.doorstep.query.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 退办。 A unit said that the matter is not its own, and what the sender made of it.
 *
 * @param proposedAt null when a ledger tells of the return alone
 * @param decision {@link #RETURNED} or {@link #REFUSED}; null while it is undecided
 */
public record Return(
        String unit,
        @Nullable Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    public static final String RETURNED = "RETURNED";
    public static final String REFUSED = "REFUSED";

    /** When it came up. */
    public @Nullable Instant at() {
        return proposedAt == null ? decidedAt : proposedAt;
    }
}
