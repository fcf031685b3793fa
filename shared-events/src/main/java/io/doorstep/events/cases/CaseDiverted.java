package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 诉访分离。 The matter belongs to another legal route. */
@Revision("1")
public record CaseDiverted(
        String caseId,
        Instant occurredAt,
        String route,
        String to,
        @Nullable Sealed notice) implements CaseEvent {}
