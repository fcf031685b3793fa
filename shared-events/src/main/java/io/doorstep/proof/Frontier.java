package io.doorstep.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** 树梢。 The right edge of a growing tree: enough of it to add leaves and to tell the root, in a few dozen hashes. */
public final class Frontier {

    private final HashAlgorithm algorithm;
    private final Deque<Peak> peaks = new ArrayDeque<>();
    private long size;

    /** A complete subtree, as {@link MerkleTree.Nodes} names them. */
    @SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
    public record Peak(int level, long number, byte[] hash) {}

    public Frontier(HashAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** The edge of a tree that is there already. */
    public Frontier(HashAlgorithm algorithm, long size, MerkleTree.Nodes nodes) {
        this(algorithm);
        this.size = size;
        var begin = 0L;
        for (var bit = Long.highestOneBit(size); bit > 0; bit >>= 1) {
            if ((size & bit) != 0) {
                var level = Long.numberOfTrailingZeros(bit);
                peaks.addLast(new Peak(level, begin >> level, nodes.hash(level, begin >> level)));
                begin += bit;
            }
        }
    }

    public long size() {
        return size;
    }

    /** Adds a leaf; answers with the subtrees that it made complete, smallest first. */
    public List<Peak> add(byte[] leaf) {
        var complete = new ArrayList<Peak>();
        var top = new Peak(0, size, leaf);
        while (!peaks.isEmpty() && peaks.getLast().level() == top.level()) {
            var left = peaks.removeLast();
            top = new Peak(top.level() + 1, left.number() >> 1, algorithm.node(left.hash(), top.hash()));
            complete.add(top);
        }
        peaks.addLast(top);
        size++;
        return complete;
    }

    public byte[] root() {
        var fromRight = peaks.descendingIterator();
        if (!fromRight.hasNext()) {
            return algorithm.ofNothing();
        }
        var root = fromRight.next().hash();
        while (fromRight.hasNext()) {
            root = algorithm.node(fromRight.next().hash(), root);
        }
        return root;
    }
}
