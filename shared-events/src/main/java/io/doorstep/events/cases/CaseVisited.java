package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 走访。 Somebody went, or received, and met the petitioner or not.
 *
 * @param visitId made on the phone of whoever went
 * @param commitmentBy the promised day when the outcome is COMMITMENT
 * @param attachments content hashes of photos and signature
 */
@Revision("1")
public record CaseVisited(
        String caseId,
        Instant occurredAt,
        String visitId,
        String type,
        List<String> officers,
        String place,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Sealed peopleMet,
        Sealed findings,
        String outcome,
        @Nullable LocalDate commitmentBy,
        @Nullable String stance,
        @Nullable Sealed position,
        List<String> attachments)
        implements CaseEvent {}
