package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 协议履行情况。 Somebody looked whether the parties did what they had agreed on (Med. 31). */
@Revision("1")
public record PerformanceRecorded(
        String caseId,
        Instant occurredAt,
        boolean performed,
        @Nullable Sealed remark) implements CaseEvent {}
