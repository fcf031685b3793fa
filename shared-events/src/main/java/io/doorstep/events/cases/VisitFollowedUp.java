package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 走访后续。 What became of what a visit left open: a promise, or a question that somebody had to decide.
 *
 * @param result a constant of {@code FollowUp}
 */
@Revision("1")
public record VisitFollowedUp(
        String caseId,
        Instant occurredAt,
        String visitId,
        String result,
        @Nullable Sealed remark) implements CaseEvent {}
