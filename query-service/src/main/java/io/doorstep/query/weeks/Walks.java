package io.doorstep.query.weeks;

import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.reference.ReferenceData;
import io.doorstep.weeks.Point;
import io.doorstep.weeks.WeekPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 当日路程。 How far a day of a published plan is, through its stops as they stand. */
@Component
class Walks {

    private static final int TOWNSHIP = 9;

    private final ReferenceData reference;

    Walks(ReferenceData reference) {
        this.reference = reference;
    }

    /**
     * From the township's centre through the stops and back, in straight lines; what nobody knows is left out and counted.
     *
     * @param stops of one leader on one day, in their order; at least one
     */
    WeekPlan.Day of(List<PlannedStop> stops) {
        var first = stops.get(0);
        var on = first.day();
        var township =
                first.place().substring(0, Math.min(TOWNSHIP, first.place().length()));
        var home = centre(township, on);
        var at = home;
        var metres = 0L;
        var places = stops.stream().map(PlannedStop::place).distinct().toList();
        var unknown = 0;
        for (var place : places) {
            var next = centre(place, on);
            if (next.isEmpty()) {
                unknown++;
            } else {
                metres += between(at, next);
                at = next;
            }
        }
        return new WeekPlan.Day(
                first.leader(),
                on,
                township,
                stops.size(),
                0,
                metres + (home.isEmpty() ? 0 : between(at, home)),
                unknown);
    }

    private static long between(Optional<Point> from, Optional<Point> to) {
        return from.flatMap(start -> to.map(start::metresTo)).orElse(0L);
    }

    private Optional<Point> centre(String code, LocalDate on) {
        return reference.place(code, on).flatMap(place -> {
            var lat = place.lat();
            var lon = place.lon();
            return lat == null || lon == null
                    ? Optional.<Point>empty()
                    : Optional.of(new Point(lat.doubleValue(), lon.doubleValue()));
        });
    }
}
