package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 申请复查 / 复核。 The petitioner appealed against the opinion. */
@Revision("1")
public record ReviewRequested(
        String caseId,
        Instant occurredAt,
        String stage,
        @Nullable LocalDate decisionDue,
        String policyVersion,
        @Nullable Sealed grounds)
        implements CaseEvent {}
