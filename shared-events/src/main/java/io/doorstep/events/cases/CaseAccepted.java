package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 受理。 The petitioner has notice that the matter is handled; the handling clock runs.
 *
 * @param clock HANDLING, or MEDIATION for a dispute
 */
@Revision("1")
public record CaseAccepted(
        String caseId,
        Instant occurredAt,
        String clock,
        @Nullable LocalDate handlingDue,
        String policyVersion,
        @Nullable Sealed notice)
        implements CaseEvent {}
