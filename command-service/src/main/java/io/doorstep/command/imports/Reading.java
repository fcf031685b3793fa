package io.doorstep.command.imports;

import io.doorstep.command.cases.importing.ImportCase;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.ledger.LedgerRow;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 读出的行。 What a row of a ledger means.
 *
 * @param command null when the row has an error
 * @param contentHash keyed hash of all that the row means
 */
record Reading(
        LedgerRow row,
        CaseId caseId,
        String contentHash,
        @Nullable ImportCase command,
        List<RowProblem> problems) {

    /** A row that nobody foresaw. */
    static Reading failed(LedgerRow row) {
        return new Reading(row, new CaseId(new UUID(0, 0)), "", null, List.of(RowProblem.error("row", "UNFORESEEN")));
    }

    long line() {
        return row.line();
    }

    /** Under this the row is recognised when the ledger comes in again. */
    String receiptKey() {
        return "import:" + caseId;
    }
}
