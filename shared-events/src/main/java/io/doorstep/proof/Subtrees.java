package io.doorstep.proof;

import java.util.ArrayList;
import java.util.List;

/** 子树。 The root over hashes whose number is a power of two. */
public final class Subtrees {

    private Subtrees() {}

    public static byte[] root(HashAlgorithm algorithm, List<byte[]> hashes) {
        var row = hashes;
        while (row.size() > 1) {
            var above = new ArrayList<byte[]>(row.size() / 2);
            for (var i = 0; i + 1 < row.size(); i += 2) {
                above.add(algorithm.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }
}
