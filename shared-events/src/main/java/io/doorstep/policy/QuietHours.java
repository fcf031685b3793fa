package io.doorstep.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * 免打扰时段。 Local hours in which nothing leaves the house; they may go over midnight.
 *
 * @param from first quiet moment of a day
 * @param to first moment that is not quiet any more; the same as {@code from} when no hour is quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Whether a moment falls into them. */
    public boolean covers(Instant moment, ZoneId zone) {
        var time = moment.atZone(zone).toLocalTime();
        return from.isAfter(to) ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }
}
