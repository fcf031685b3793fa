package io.doorstep.query.freeze;

import io.doorstep.query.asof.FactsSince.Known;
import org.jspecify.annotations.Nullable;

/**
 * 变动。 Something that stands elsewhere in a list or table than it did.
 *
 * @param side where it stands, or stood last
 * @param before null when it was not there
 * @param after null when it is there no more
 * @param why the fact that moved it; null when no fact of its own did
 */
public record Move(
        Side side,
        @Nullable String before,
        @Nullable String after,
        @Nullable Known why) {

    /** Whether it was so already at the earlier moment, and only nobody had recorded it. */
    public boolean late() {
        return why != null && why.late();
    }
}
