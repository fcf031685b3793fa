package io.doorstep.proof;

import java.util.Arrays;
import java.util.List;

/** 验证证明。 Checks proofs out of a tree, with nothing but the proof in hand (RFC 9162, 2.1.3.2 and 2.1.4.2). */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** Whether a leaf stands at a position of the tree with this size and root. */
    public static boolean included(
            HashAlgorithm algorithm, byte[] leaf, long position, long size, List<byte[]> path, byte[] root) {
        if (position < 0 || position >= size) {
            return false;
        }
        var at = position;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = algorithm.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = algorithm.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree of one size and root is the beginning of the tree of another. */
    public static boolean consistent(
            HashAlgorithm algorithm, long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from == to) {
            return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        if (from < 1 || from > to || path.isEmpty()) {
            return false;
        }
        var whole = Long.bitCount(from) == 1;
        var rest = whole ? path : path.subList(1, path.size());
        var at = from - 1;
        var last = to - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        var first = whole ? fromRoot : path.get(0);
        var second = first;
        for (var sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                first = algorithm.node(sibling, first);
                second = algorithm.node(sibling, second);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                second = algorithm.node(second, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, fromRoot) && Arrays.equals(second, toRoot);
    }
}
