package io.doorstep.proof.kept;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.MerkleTree;
import io.doorstep.proof.Subtrees;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complete subtrees: every eighth level is kept, those between are made of at most 128 of them. */
final class LedgerNodes implements MerkleTree.Nodes {

    private static final int EVERY = 8;

    private final JdbcClient jdbc;
    private final HashAlgorithm algorithm;

    LedgerNodes(JdbcClient jdbc, HashAlgorithm algorithm) {
        this.jdbc = jdbc;
        this.algorithm = algorithm;
    }

    static boolean kept(int level) {
        return level > 0 && level % EVERY == 0;
    }

    @Override
    public byte[] hash(int level, long number) {
        var above = level % EVERY;
        var kept = level - above;
        var first = number << above;
        var count = 1L << above;
        var hashes = kept == 0 ? leaves(first, count) : nodes(kept, first, count);
        if (hashes.size() != count) {
            throw new IllegalStateException("the ledger lacks hashes of level %d from %d on".formatted(kept, first));
        }
        return Subtrees.root(algorithm, hashes);
    }

    private List<byte[]> leaves(long first, long count) {
        return jdbc.sql("select leaf from fact_ledger where position >= ? and position < ? order by position")
                .params(first, first + count)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private List<byte[]> nodes(int level, long first, long count) {
        return jdbc.sql("select hash from fact_ledger_node where level = ? and number >= ? and number < ?"
                        + " order by number")
                .params(level, first, first + count)
                .query((row, n) -> row.getBytes(1))
                .list();
    }
}
