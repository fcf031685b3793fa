package io.doorstep.command.cases.importing;

import io.doorstep.events.cases.CaseAssigned;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 台账所记交办。 To whom the ledger says the matter was given.
 *
 * @param reportBackBy the ledger's own due date
 */
public record LedgerAssignment(
        Instant at,
        String unit,
        @Nullable String officer,
        @Nullable LocalDate reportBackBy) {

    CaseAssigned fact(String caseId) {
        return new CaseAssigned(caseId, at, unit, officer, null, reportBackBy, null);
    }
}
