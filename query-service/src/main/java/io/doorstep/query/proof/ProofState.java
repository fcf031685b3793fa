package io.doorstep.query.proof;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.check.Finding;
import io.doorstep.proof.kept.CheckBook.Check;
import io.doorstep.proof.kept.SelfCheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 存证概况。 How far the ledger of facts is, and what the last check of it found.
 *
 * @param size number of facts in it
 * @param root of all of them, in hex; changes with every fact
 * @param checkpoint the last one; null before the first
 * @param lastCheck null before the first
 * @param findings of the last check, the first of them
 * @param progress of a check that runs on this node
 */
record ProofState(
        HashAlgorithm algorithm,
        long size,
        String root,
        @Nullable CheckpointLine checkpoint,
        @Nullable Check lastCheck,
        List<Finding> findings,
        SelfCheck.Progress progress) {

    /** 检查点行。 A checkpoint as lists show it; hashes in hex. */
    record CheckpointLine(long size, Instant at, String root, String keyId) {}
}
