package io.doorstep.backup;

import java.time.Instant;
import java.util.List;

/**
 * 还原结果。 What a restore found, with the two roots side by side.
 *
 * @param at moment of which the facts are
 * @param from version of the product that made them, and of its tables
 * @param rows that were loaded
 * @param archiveSize number of facts in the ledger, as the archive says
 * @param size number of facts in the ledger, as it was computed anew from the facts
 * @param waiting facts that the ledger had not reached; those of writers side by side were chained now, others are by the office
 * @param findings what is amiss between facts, ledger and checkpoints; empty when nothing is
 * @param erasedAgain keys of erased persons that the archive had and the register took away
 */
public record Restored(
        Instant at,
        String from,
        String schema,
        long rows,
        long archiveSize,
        String archiveRoot,
        long size,
        String root,
        long waiting,
        List<String> findings,
        int erasedAgain) {

    /** Whether what is there now is what was there then. */
    public boolean whole() {
        return archiveSize == size && archiveRoot.equals(root) && findings.isEmpty();
    }
}
