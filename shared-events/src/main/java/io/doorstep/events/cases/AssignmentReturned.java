package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 同意退办。 The sender took the assignment back. */
@Revision("1")
public record AssignmentReturned(
        String caseId,
        Instant occurredAt,
        String unit,
        @Nullable Sealed reason) implements CaseEvent {}
