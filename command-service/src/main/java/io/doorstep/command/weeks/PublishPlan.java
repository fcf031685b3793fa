package io.doorstep.command.weeks;

import io.doorstep.events.weeks.PlanChanged;
import io.doorstep.events.weeks.PlanPublished;
import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** 公布计划。 Make a draft the plan; a plan that was published becomes another one, and what it was stays on record. */
record PublishPlan(
        String county, YearMonth month, long draft, List<PlannedStop> stops, List<String> leftOut, String reason)
        implements WeekCommand {

    @Override
    public WeekEvent decide(WeekRecord before, Instant now) {
        WeekRefusal.WEEK_IS_CLOSED.when(before.closed() != null);
        WeekRefusal.WEEK_NOT_PROCLAIMED.when(before.dates() == null);
        if (!before.published()) {
            return new PlanPublished(weekId(), now, draft, stops, leftOut);
        }
        var put = stops.stream().filter(stop -> !before.stops().contains(stop)).toList();
        var ids = stops.stream().map(PlannedStop::stopId).toList();
        var dropped = before.stops().stream()
                .map(PlannedStop::stopId)
                .filter(id -> !ids.contains(id))
                .toList();
        return new PlanChanged(weekId(), now, draft, put, dropped, reason);
    }
}
