package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 听证开始。 A hearing is held on an appeal; its days are not counted from here (Reg. 36). */
@Revision("1")
public record HearingBegun(String caseId, Instant occurredAt, String stage) implements CaseEvent {}
