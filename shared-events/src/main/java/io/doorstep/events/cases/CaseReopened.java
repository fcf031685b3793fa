package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 重开。 A new cycle of the same case begins, with a fresh clock. */
@Revision("1")
public record CaseReopened(
        String caseId,
        Instant occurredAt,
        String cause,
        @Nullable LocalDate handlingDue,
        String policyVersion,
        @Nullable Sealed reason)
        implements CaseEvent {}
