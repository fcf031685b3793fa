package io.doorstep.query.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 导入。 One import of a ledger. Rows read are done, skipped (known from before) or failed; warned ones are done.
 *
 * @param failure why it ended before its last row; null when it did not
 * @param rowsPerSecond while it was worked on, to one decimal; null before the first rows
 */
record LedgerImport(
        String importId,
        String source,
        String state,
        @Nullable String failure,
        long rowsRead,
        long done,
        long skipped,
        long failed,
        long warned,
        @Nullable BigDecimal rowsPerSecond,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    static @Nullable BigDecimal rate(long rows, long millis) {
        return rows == 0 || millis == 0
                ? null
                : BigDecimal.valueOf(rows * 1000).divide(BigDecimal.valueOf(millis), 1, RoundingMode.HALF_UP);
    }
}
