package io.doorstep.proof.kept;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.MerkleTree;
import io.doorstep.proof.Subtrees;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 树节点。 Complete subtrees as they are kept: every eighth level is, those between are made of at most 128 of them. */
public final class LedgerNodes implements MerkleTree.Nodes {

    private static final int EVERY = 8;

    private final JdbcClient jdbc;
    private final HashAlgorithm algorithm;
    private final String leaves;
    private final String nodes;

    LedgerNodes(JdbcClient jdbc, HashAlgorithm algorithm) {
        this(jdbc, algorithm, "fact_ledger where", "fact_ledger_node where");
    }

    /**
     * Those of another ledger than the office's own.
     *
     * @param leaves a table of positions and leaves, and the beginning of a condition: SQL of ours
     * @param nodes a table of levels, numbers and hashes, likewise
     */
    public LedgerNodes(JdbcClient jdbc, HashAlgorithm algorithm, String leaves, String nodes) {
        this.jdbc = jdbc;
        this.algorithm = algorithm;
        this.leaves = leaves;
        this.nodes = nodes;
    }

    /** Whether subtrees of a level are kept. */
    public static boolean kept(int level) {
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
        return jdbc.sql("select leaf from " + leaves + " position >= ? and position < ? order by position")
                .params(first, first + count)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private List<byte[]> nodes(int level, long first, long count) {
        return jdbc.sql("select hash from " + nodes + " level = ? and number >= ? and number < ?" + " order by number")
                .params(level, first, first + count)
                .query((row, n) -> row.getBytes(1))
                .list();
    }
}
