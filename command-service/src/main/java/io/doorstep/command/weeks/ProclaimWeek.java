package io.doorstep.command.weeks;

import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.events.weeks.WeekProclaimed;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 公布无会周。 Say which week it is; not once a plan stands on the dates. */
record ProclaimWeek(
        String county,
        YearMonth month,
        LocalDate monday,
        List<LocalDate> days,
        String policy,
        @Nullable String reason) implements WeekCommand {

    @Override
    public WeekEvent decide(WeekRecord before, Instant now) {
        WeekRefusal.WEEK_IS_CLOSED.when(before.closed() != null);
        WeekRefusal.PLAN_IS_PUBLISHED.when(before.published());
        return new WeekProclaimed(weekId(), now, county, month.toString(), monday, days, policy, reason);
    }
}
