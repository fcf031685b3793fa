package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 共同申请司法确认。 The parties together asked a court to confirm their agreement (Med. 33). */
@Revision("1")
public record ConfirmationRequested(String caseId, Instant occurredAt, String court) implements CaseEvent {}
