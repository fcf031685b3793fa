package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 催办。 Somebody above pressed for progress. */
@Revision("1")
public record CaseUrged(String caseId, Instant occurredAt, Sealed text) implements CaseEvent {}
