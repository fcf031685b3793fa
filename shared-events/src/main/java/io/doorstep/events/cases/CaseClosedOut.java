package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 销号。 Struck off the problem list by a second pair of eyes. */
@Revision("1")
public record CaseClosedOut(
        String caseId, Instant occurredAt, @Nullable Sealed remark) implements CaseEvent {}
