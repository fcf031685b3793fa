package io.doorstep.events.weeks;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 计划走访未成行。 A planned visit was not made.
 *
 * @param reason a constant of {@code MissReason}
 */
@Revision("1")
public record StopMissed(String weekId, Instant occurredAt, String stopId, String reason) implements WeekEvent {}
