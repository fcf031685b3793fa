package io.doorstep.command.imports;

import io.doorstep.command.cases.importing.ImportCase;
import io.doorstep.command.cases.values.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 读出的行。 What a row of a ledger means.
 *
 * @param command null when the row has an error
 * @param contentHash keyed hash of all that the row means
 */
record Reading(
        long line,
        CaseId caseId,
        String contentHash,
        @Nullable ImportCase command,
        List<RowProblem> problems) {

    /** Under this the row is recognised when the ledger comes in again. */
    String receiptKey() {
        return "import:" + caseId;
    }
}
