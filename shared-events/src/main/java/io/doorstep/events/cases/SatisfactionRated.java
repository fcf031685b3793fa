package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 满意度评价。 The petitioner rated the work, or let the time to do so pass. */
@Revision("1")
public record SatisfactionRated(
        String caseId,
        Instant occurredAt,
        String target,
        String rating,
        @Nullable Sealed comment) implements CaseEvent {}
