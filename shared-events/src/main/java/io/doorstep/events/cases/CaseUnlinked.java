package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 取消关联。 The relation was a mistake. */
@Revision("1")
public record CaseUnlinked(String caseId, Instant occurredAt, String otherCaseId, String link, Sealed reason)
        implements CaseEvent {}
