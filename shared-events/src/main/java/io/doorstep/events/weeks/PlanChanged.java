package io.doorstep.events.weeks;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 计划已调整。 The plan became another one after it was published; what was published stays on record.
 *
 * @param put stops that came, or stand elsewhere now
 * @param dropped ids of stops that are no more
 */
@Revision("1")
public record PlanChanged(
        String weekId, Instant occurredAt, long draft, List<PlannedStop> put, List<String> dropped, String reason)
        implements WeekEvent {}
