package io.doorstep.command.weeks;

import io.doorstep.events.weeks.WeekClosed;
import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.weeks.WeekOutcome;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** 收官。 End the week with its figures; not before its last day. */
record CloseWeek(String county, YearMonth month, LocalDate today, WeekOutcome.Figures figures) implements WeekCommand {

    @Override
    public WeekEvent decide(WeekRecord before, Instant now) {
        WeekRefusal.WEEK_IS_CLOSED.when(before.closed() != null);
        WeekRefusal.PLAN_NOT_PUBLISHED.when(!before.published());
        var days = before.dates() == null
                ? java.util.List.<LocalDate>of()
                : before.dates().days();
        WeekRefusal.WEEK_NOT_OVER.when(days.stream().anyMatch(day -> day.isAfter(today)));
        return new WeekClosed(
                weekId(),
                now,
                figures.planned(),
                figures.visited(),
                figures.resolved(),
                figures.commitments(),
                figures.missed());
    }
}
