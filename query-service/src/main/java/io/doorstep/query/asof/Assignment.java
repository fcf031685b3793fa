package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 交办。 A unit, and in it an officer, that answers or answered for the case.
 *
 * @param leadOfficer 包案领导, the leader who answers for a hard case
 * @param returnProposedAt when the unit said that the matter is not its own, while that is undecided
 * @param endedAt when it was returned or replaced; the end of the case itself does not show here
 */
public record Assignment(
        String unit,
        @Nullable String officer,
        @Nullable String leadOfficer,
        Instant assignedAt,
        @Nullable LocalDate reportBackBy,
        @Nullable Instant signedAt,
        @Nullable LocalDate objectionDue,
        @Nullable LocalDate noticeDue,
        @Nullable Instant returnProposedAt,
        @Nullable Instant endedAt,
        @Nullable AssignmentEnd ended) {}
