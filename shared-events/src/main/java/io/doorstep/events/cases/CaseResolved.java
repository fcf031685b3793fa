package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 化解 / 办结。 The matter is settled, or its procedure ended, with evidence.
 *
 * <p>Revision 1 did not tell 化解 from 办结; see {@code CaseResolvedFrom1To2}.
 *
 * @param onTheSpot reported and resolved in one go
 */
@Revision("2")
public record CaseResolved(
        String caseId,
        Instant occurredAt,
        String outcome,
        String result,
        Sealed summary,
        List<Evidence> evidence,
        @Nullable String visitId,
        @Nullable String stance,
        boolean onTheSpot,
        @Nullable LocalDate revisitDue,
        String policyVersion)
        implements CaseEvent {}
