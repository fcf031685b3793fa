package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 交办 / 转送。 A unit, and in it an officer, answers for the case from now on.
 *
 * @param leadOfficer the leader who answers for a hard case (包案领导)
 * @param reportBackBy the day by which the assigner wants the result (Reg. 22)
 */
@Revision("1")
public record CaseAssigned(
        String caseId,
        Instant occurredAt,
        String unit,
        @Nullable String officer,
        @Nullable String leadOfficer,
        @Nullable LocalDate reportBackBy,
        @Nullable Sealed instruction)
        implements CaseEvent {}
