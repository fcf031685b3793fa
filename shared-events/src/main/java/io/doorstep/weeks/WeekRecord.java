package io.doorstep.weeks;

import io.doorstep.events.weeks.PlanChanged;
import io.doorstep.events.weeks.PlanPublished;
import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.events.weeks.StopMissed;
import io.doorstep.events.weeks.WeekClosed;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.events.weeks.WeekProclaimed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 无会周的记录。 What is on record of a week: some tens of facts, read again whenever somebody asks (docs/decisions/0034).
 *
 * @param version how many facts it has
 * @param dates null before they were proclaimed
 * @param stops of the plan as it stands, in the order of days and leaders
 * @param leftOut as published, and what was taken out since; {@link #left()} says what of it still holds
 * @param missed reasons by stop
 * @param closed null while it is open
 */
public record WeekRecord(
        long version,
        @Nullable WeekProclaimed dates,
        boolean published,
        List<PlannedStop> stops,
        List<String> leftOut,
        Map<String, String> missed,
        @Nullable WeekClosed closed) {

    /** Nothing is on record. */
    public static final WeekRecord NONE = new WeekRecord(0, null, false, List.of(), List.of(), Map.of(), null);

    public WeekRecord {
        stops = List.copyOf(stops);
        leftOut = List.copyOf(leftOut);
        missed = Map.copyOf(missed);
    }

    /** The id of a county's week of a month, always the same. */
    public static String idOf(String county, YearMonth month) {
        return UUID.nameUUIDFromBytes(("no-meeting-week:" + county + ":" + month).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The same week with one more fact. */
    public WeekRecord with(WeekEvent fact) {
        var next = version + 1;
        if (fact instanceof WeekProclaimed proclaimed) {
            return new WeekRecord(next, proclaimed, published, stops, leftOut, missed, closed);
        }
        if (fact instanceof PlanPublished plan) {
            return new WeekRecord(next, dates, true, sorted(plan.stops()), plan.leftOut(), missed, closed);
        }
        if (fact instanceof PlanChanged change) {
            var now = new HashMap<String, PlannedStop>();
            stops.forEach(stop -> now.put(stop.stopId(), stop));
            var out = new ArrayList<>(leftOut);
            for (var id : change.dropped()) {
                var gone = now.remove(id);
                if (gone != null) {
                    out.add(gone.caseId() + " TAKEN_OUT:0");
                }
            }
            change.put().forEach(stop -> now.put(stop.stopId(), stop));
            return new WeekRecord(next, dates, true, sorted(now.values()), out, missed, closed);
        }
        if (fact instanceof StopMissed miss) {
            var all = new HashMap<>(missed);
            all.put(miss.stopId(), miss.reason());
            return new WeekRecord(next, dates, published, stops, leftOut, all, closed);
        }
        return new WeekRecord(
                next, dates, published, stops, leftOut, missed, fact instanceof WeekClosed end ? end : closed);
    }

    /** Whether a day lies in the week, weekend included. */
    public boolean covers(LocalDate day) {
        return dates != null
                && !day.isBefore(dates.monday())
                && day.isBefore(dates.monday().plusWeeks(1));
    }

    /**
     * 未排的一件。
     *
     * @param why a constant of {@code Why.Code} with its figure behind a colon, or TAKEN_OUT:0
     */
    public record Left(String caseId, String why) {}

    /** What nobody visits, as the plan stands: what was left out when it was published, and what was taken out since. */
    public List<Left> left() {
        return leftOut.stream()
                .filter(line -> line.indexOf(' ') > 0)
                .map(line -> new Left(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
                .filter(one -> stops.stream().noneMatch(stop -> stop.caseId().equals(one.caseId())))
                .toList();
    }

    public List<PlannedStop> stopsOf(String leader) {
        return stops.stream().filter(stop -> stop.leader().equals(leader)).toList();
    }

    public Optional<PlannedStop> stop(String stopId) {
        return stops.stream().filter(stop -> stop.stopId().equals(stopId)).findFirst();
    }

    private static List<PlannedStop> sorted(Iterable<PlannedStop> stops) {
        var all = new ArrayList<PlannedStop>();
        stops.forEach(all::add);
        all.sort(Comparator.comparing(PlannedStop::leader)
                .thenComparing(PlannedStop::day)
                .thenComparing(PlannedStop::order)
                .thenComparing(PlannedStop::stopId));
        return all;
    }
}
