package io.doorstep.proof.check;

import io.doorstep.proof.HashAlgorithm;
import java.util.List;

/**
 * 验真报告。 What a check found.
 *
 * @param facts number of facts in the store
 * @param chained number of lines in the ledger
 * @param waiting facts behind the last chained one, which the ledger has not reached yet
 * @param checkpoints number of checkpoints that were compared
 * @param root of the whole ledger, as it was computed anew
 * @param found number of findings
 * @param findings the first of them, in the order of the ledger
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record Report(
        HashAlgorithm algorithm,
        long facts,
        long chained,
        long waiting,
        int checkpoints,
        byte[] root,
        long found,
        List<Finding> findings) {

    /** Whether nothing is amiss. */
    public boolean whole() {
        return found == 0;
    }
}
