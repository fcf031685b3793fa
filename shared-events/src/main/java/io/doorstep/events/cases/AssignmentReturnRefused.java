package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 不同意退办。 The sender left the assignment with the unit. */
@Revision("1")
public record AssignmentReturnRefused(String caseId, Instant occurredAt, String unit, Sealed reason)
        implements CaseEvent {}
