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

    /** The moment itself, or the end of the quiet hours that it falls into. */
    public Instant notBefore(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        var overMidnight = from.isAfter(to);
        var quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return moment;
        }
        var lastDay = overMidnight && !time.isBefore(from) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return lastDay.atTime(to).atZone(zone).toInstant();
    }
}
