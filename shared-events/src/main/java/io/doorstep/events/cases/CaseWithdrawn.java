package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 撤回。 The petitioner withdrew the matter. */
@Revision("1")
public record CaseWithdrawn(
        String caseId, Instant occurredAt, @Nullable Sealed reason) implements CaseEvent {}
