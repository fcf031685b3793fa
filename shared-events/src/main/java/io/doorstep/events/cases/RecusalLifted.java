package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 解除回避。 The recusal was a mistake, or its reason is gone. */
@Revision("1")
public record RecusalLifted(String caseId, Instant occurredAt, String officer, Sealed reason) implements CaseEvent {}
