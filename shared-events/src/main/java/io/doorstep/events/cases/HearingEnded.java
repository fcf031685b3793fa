package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 听证结束。 The hearing on an appeal is over, and the days of the decision are counted on.
 *
 * @param hearingDays days that this hearing took, the first and the last one included
 * @param decisionDue last day after all hearings; null when the calendar of that year is unknown
 */
@Revision("1")
public record HearingEnded(
        String caseId,
        Instant occurredAt,
        String stage,
        int hearingDays,
        @Nullable LocalDate decisionDue,
        String policyVersion)
        implements CaseEvent {}
