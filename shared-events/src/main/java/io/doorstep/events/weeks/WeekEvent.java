package io.doorstep.events.weeks;

import java.time.Instant;

/** 无会周事件。 The complete list of facts that a no-meeting week can leave behind. */
public sealed interface WeekEvent permits WeekProclaimed, PlanPublished, PlanChanged, StopMissed, WeekClosed {

    String weekId();

    /** When it happened. */
    Instant occurredAt();
}
