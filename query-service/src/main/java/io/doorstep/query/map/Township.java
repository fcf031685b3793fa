package io.doorstep.query.map;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 乡镇情况。 How things stand in a township, as of the map's moment.
 *
 * @param code empty for what lies in no township that the reference data knows
 * @param lat degrees north, WGS 84; null where unknown
 * @param lon degrees east, WGS 84; null where unknown
 * @param open on the problem list
 * @param overdue of these, with a black light
 * @param settled in the last 30 days, and not reopened
 */
record Township(
        String code,
        String name,
        @Nullable BigDecimal lat,
        @Nullable BigDecimal lon,
        long open,
        long overdue,
        long settled) {

    Township plus(long moreOpen, long moreOverdue, long moreSettled) {
        return new Township(code, name, lat, lon, open + moreOpen, overdue + moreOverdue, settled + moreSettled);
    }

    public boolean isPlaced() {
        return lat != null && lon != null;
    }

    /** Whether it is a place that lists can be asked for. */
    public boolean isKnown() {
        return !code.isEmpty();
    }

    /** Its colour on the map; number and sign beside it say the same. */
    public String tone() {
        if (open == 0) {
            return "none";
        }
        if (overdue == 0) {
            return "calm";
        }
        return overdue * 4 >= open ? "hard" : "some";
    }
}
