package io.doorstep.events.weeks;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 计划已公布。 The plan of the week: who visits which case when.
 *
 * @param draft version of the draft that was published
 * @param leftOut ids of the cases that nobody visits, each with what kept it out behind a blank: LOAD_FULL:12
 */
@Revision("1")
public record PlanPublished(
        String weekId, Instant occurredAt, long draft, List<PlannedStop> stops, List<String> leftOut)
        implements WeekEvent {}
