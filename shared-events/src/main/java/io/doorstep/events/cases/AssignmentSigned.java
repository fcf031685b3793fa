package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 签收。 The unit has the assignment; its clocks run from here. */
@Revision("1")
public record AssignmentSigned(
        String caseId,
        Instant occurredAt,
        String unit,
        @Nullable LocalDate objectionDue,
        @Nullable LocalDate noticeDue,
        String policyVersion)
        implements CaseEvent {}
