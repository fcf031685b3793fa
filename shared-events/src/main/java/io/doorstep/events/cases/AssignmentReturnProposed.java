package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 申请退办。 The unit says that the matter is not its own. */
@Revision("1")
public record AssignmentReturnProposed(String caseId, Instant occurredAt, String unit, Sealed reason)
        implements CaseEvent {}
