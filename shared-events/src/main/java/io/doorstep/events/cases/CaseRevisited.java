package io.doorstep.events.cases;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 回访。 An independent check back with the petitioner. */
@Revision("1")
public record CaseRevisited(
        String caseId,
        Instant occurredAt,
        String verdict,
        String stance,
        List<String> officers,
        Sealed findings,
        @Nullable String satisfaction)
        implements CaseEvent {}
