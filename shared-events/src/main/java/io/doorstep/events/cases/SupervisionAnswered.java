package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 督办答复。 The unit answered a supervision order. */
@Revision("1")
public record SupervisionAnswered(String caseId, Instant occurredAt, Sealed text) implements CaseEvent {}
