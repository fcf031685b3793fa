package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 并案。 The case goes on as part of another and counts once. */
@Revision("1")
public record CaseMerged(String caseId, Instant occurredAt, String intoCaseId, Sealed reason) implements CaseEvent {}
