package io.doorstep.command.weeks;

import io.doorstep.events.weeks.StopMissed;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.identity.Actor;
import io.doorstep.terms.MissReason;
import io.doorstep.web.Named;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.YearMonth;

/** 未成行。 Say why a planned visit was not made; the leader does, or who plans. */
record MissStop(String county, YearMonth month, String stopId, MissReason reason, Actor asker) implements WeekCommand {

    @Override
    public WeekEvent decide(WeekRecord before, Instant now) {
        WeekRefusal.WEEK_IS_CLOSED.when(before.closed() != null);
        var stop = before.stop(stopId).orElseThrow(Named::notFound);
        if (!stop.leader().equals(asker.id()) && !Planners.mayPlan(asker)) {
            throw Named.roleMayNot();
        }
        return new StopMissed(weekId(), now, stopId, reason.name());
    }
}
