package io.doorstep.backup;

import java.util.List;

/**
 * 清单。 What an archive holds, as its last entry: an archive without it is not whole.
 *
 * @param algorithm of the ledger; empty before it is begun, and in an archive of keys
 * @param ledgerSize number of facts in the ledger
 * @param ledgerRoot of all of them, in hex
 */
record Manifest(List<Sum> tables, String algorithm, long ledgerSize, String ledgerRoot) {

    static final String FILE = "manifest.json";

    /** 校验。 Rows of a table, and the SHA-256 of how they are written. */
    record Sum(String table, long rows, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Sum::rows).sum();
    }
}
