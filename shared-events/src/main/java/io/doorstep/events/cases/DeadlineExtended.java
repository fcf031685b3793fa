package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 延期。 The handling period was lawfully lengthened (Reg. 34).
 *
 * @param handlingDue the last day after this extension
 */
@Revision("1")
public record DeadlineExtended(
        String caseId,
        Instant occurredAt,
        int days,
        @Nullable LocalDate handlingDue,
        String approvedBy,
        boolean noticeGiven,
        String policyVersion,
        Sealed reason)
        implements CaseEvent {}
