package io.doorstep.backup;

import io.doorstep.proof.Frontier;
import io.doorstep.proof.HashAlgorithm;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 根。 Grows with the lines of the ledger as they pass by. */
final class Root {

    private final @Nullable HashAlgorithm algorithm;
    private final @Nullable Frontier edge;

    /** @param algorithm of the ledger; null while there is none */
    Root(@Nullable HashAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.edge = algorithm == null ? null : new Frontier(algorithm);
    }

    void add(byte[] leaf) {
        if (edge != null) {
            edge.add(leaf);
        }
    }

    String algorithm() {
        return algorithm == null ? "" : algorithm.name();
    }

    long size() {
        return edge == null ? 0 : edge.size();
    }

    String hex() {
        return edge == null ? "" : HexFormat.of().formatHex(edge.root());
    }
}
