package io.doorstep.query.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 导入。 One import of a ledger. Rows read are done, skipped (known from before) or failed; warned ones are done.
 *
 * @param dryRun whether it is only rehearsed: done are those that would come in
 * @param failure why it ended before its last row; null when it did not
 * @param rowsTotal null before the work began
 * @param rowsPerSecond while it was worked on, to one decimal; null before the first rows
 * @param startedAs of a dry run: the import that was started from it
 * @param keptUntil how long the failed rows, and of a dry run the file, can be had; null when nothing is kept
 */
record LedgerImport(
        String importId,
        String source,
        boolean dryRun,
        String state,
        @Nullable String failure,
        @Nullable Long rowsTotal,
        long rowsRead,
        long done,
        long skipped,
        long failed,
        long warned,
        @Nullable BigDecimal rowsPerSecond,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String startedAs,
        @Nullable Instant keptUntil) {

    /** Whether something is still to come. */
    @JsonIgnore
    public boolean isUnderWay() {
        return state.equals("QUEUED") || state.equals("RUNNING");
    }

    /** Whether the import that it rehearsed can be started from it. */
    @JsonIgnore
    public boolean isStartable() {
        return dryRun && state.equals("DONE") && startedAs == null && keptUntil != null;
    }

    /** Whether its failed rows can be had as a file. */
    @JsonIgnore
    public boolean hasFailedRows() {
        return !isUnderWay() && failed > 0 && keptUntil != null;
    }

    static @Nullable BigDecimal rate(long rows, long millis) {
        return rows == 0 || millis == 0
                ? null
                : BigDecimal.valueOf(rows * 1000).divide(BigDecimal.valueOf(millis), 1, RoundingMode.HALF_UP);
    }
}
