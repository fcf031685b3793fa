package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 回避。 An officer has an interest in the matter, and from now on neither handles the case nor knows of it. */
@Revision("1")
public record OfficerRecused(String caseId, Instant occurredAt, String officer, Sealed reason) implements CaseEvent {}
