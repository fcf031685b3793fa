package io.doorstep.command.weeks;

import io.doorstep.events.weeks.WeekEvent;
import io.doorstep.weeks.WeekRecord;
import java.time.Instant;
import java.time.YearMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 对无会周的命令。 Something asked of a week; it decides from what is on record, and changes nothing. */
interface WeekCommand {

    /** Under this name every command reaches the one handler of the week. */
    String NAME = "WeekCommand";

    String county();

    YearMonth month();

    @TargetAggregateIdentifier
    default String weekId() {
        return WeekRecord.idOf(county(), month());
    }

    /** How people call the week: 430525/2026-11. */
    default String number() {
        return county() + "/" + month();
    }

    /** The fact that follows, or a refusal. */
    WeekEvent decide(WeekRecord before, Instant now);
}
