package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 办理记录。 Something worth knowing about the handling. */
@Revision("1")
public record ProgressNoted(String caseId, Instant occurredAt, Sealed text) implements CaseEvent {}
