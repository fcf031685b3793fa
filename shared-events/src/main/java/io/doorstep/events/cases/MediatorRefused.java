package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 当事人不接受调解员。 A party does not want this mediator, who mediates no longer. */
@Revision("1")
public record MediatorRefused(
        String caseId,
        Instant occurredAt,
        String mediator,
        @Nullable Sealed reason) implements CaseEvent {}
