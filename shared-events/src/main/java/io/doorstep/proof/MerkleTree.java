package io.doorstep.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * 默克尔树。 The tree of hashes over a growing list (RFC 9162, 2.1): its root at any size, the proof that a leaf is in it, and the
 * proof that a smaller tree is the beginning of a larger one. Proofs have at most two hashes a level: about 40 for a million leaves.
 */
public final class MerkleTree {

    private final HashAlgorithm algorithm;
    private final Nodes nodes;

    /** Hashes of complete subtrees: of the 2^level leaves from number × 2^level on; those of level 0 are the leaves. */
    @FunctionalInterface
    public interface Nodes {
        byte[] hash(int level, long number);
    }

    public MerkleTree(HashAlgorithm algorithm, Nodes nodes) {
        this.algorithm = algorithm;
        this.nodes = nodes;
    }

    public byte[] root(long size) {
        return size == 0 ? algorithm.ofNothing() : range(0, size);
    }

    /** What must be hashed with the leaf at a position to come to the root of a size (RFC 9162, 2.1.3.1). */
    public List<byte[]> inclusion(long position, long size) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(position, size));
        }
        var path = new ArrayList<byte[]>();
        var begin = 0L;
        var end = size;
        while (end - begin > 1) {
            var middle = begin + split(end - begin);
            if (position < middle) {
                path.add(range(middle, end));
                end = middle;
            } else {
                path.add(range(begin, middle));
                begin = middle;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** What shows that the tree of one size is the beginning of that of another (RFC 9162, 2.1.4.1). */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no proof from %d to %d".formatted(from, to));
        }
        var path = new ArrayList<byte[]>();
        var begin = 0L;
        var end = to;
        while (from != end) {
            var middle = begin + split(end - begin);
            if (from <= middle) {
                path.add(range(middle, end));
                end = middle;
            } else {
                path.add(range(begin, middle));
                begin = middle;
            }
        }
        if (begin != 0) {
            path.add(range(begin, end));
        }
        Collections.reverse(path);
        return path;
    }

    private byte[] range(long begin, long end) {
        var length = end - begin;
        if (Long.bitCount(length) == 1) {
            var level = Long.numberOfTrailingZeros(length);
            return nodes.hash(level, begin >> level);
        }
        var middle = begin + split(length);
        return algorithm.node(range(begin, middle), range(middle, end));
    }

    /** The largest power of two below a length of two or more. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
