package io.doorstep.events.weeks;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 无会周已收官。 The week is over; its figures as they were known then.
 *
 * @param resolved planned cases that were resolved by a visit of the week
 * @param commitments planned cases of which a visit of the week made a commitment
 * @param missed planned visits that were not made, with a reason on record
 */
@Revision("1")
public record WeekClosed(
        String weekId, Instant occurredAt, int planned, int visited, int resolved, int commitments, int missed)
        implements WeekEvent {}
