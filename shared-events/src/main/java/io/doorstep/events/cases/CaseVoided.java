package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 作废。 The case should never have been recorded. */
@Revision("1")
public record CaseVoided(String caseId, Instant occurredAt, Sealed reason) implements CaseEvent {}
