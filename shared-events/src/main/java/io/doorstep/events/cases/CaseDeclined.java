package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 不予受理。 The petitioner has notice that the matter is not taken on, and why. */
@Revision("1")
public record CaseDeclined(
        String caseId,
        Instant occurredAt,
        Sealed ground,
        @Nullable Sealed notice) implements CaseEvent {}
