package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 关联。 A person decided that this case stands in a relation to another. */
@Revision("1")
public record CaseLinked(
        String caseId,
        Instant occurredAt,
        String otherCaseId,
        String link,
        @Nullable Sealed remark) implements CaseEvent {}
