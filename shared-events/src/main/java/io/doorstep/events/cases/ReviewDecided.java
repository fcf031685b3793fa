package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 复查 / 复核决定。 The appeal was decided. */
@Revision("1")
public record ReviewDecided(
        String caseId,
        Instant occurredAt,
        String stage,
        String decision,
        @Nullable Sealed summary) implements CaseEvent {}
