package io.doorstep.backup;

import io.doorstep.proof.check.JdbcHistory;
import io.doorstep.proof.check.OwnCheckpoints;
import io.doorstep.proof.check.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * 重算。 The ledger computed anew from the facts that are in a database now, as far as an archive goes.
 *
 * @param root of as many facts as the archive has in its ledger, in hex
 * @param waiting facts behind the last that is chained
 */
record Compared(long size, String root, long waiting, List<String> findings) {

    static Compared in(Connection connection, Manifest manifest) throws SQLException {
        if (manifest.algorithm().isEmpty()) {
            return new Compared(0, "", 0, List.of());
        }
        var history = new JdbcHistory(connection);
        // each fact against its leaf, and the chain of the leaves against what was signed
        var report = new Verification(
                        OwnCheckpoints.keys(connection, history.algorithm()),
                        OwnCheckpoints.sections(connection, history.algorithm()),
                        looked -> {})
                .of(history);
        var root = new Root(history.algorithm());
        var lines = history.linesByPosition();
        while (lines.hasNext() && root.size() < manifest.ledgerSize()) {
            root.add(lines.next().leaf());
        }
        return new Compared(
                root.size(),
                root.hex(),
                report.waiting(),
                report.findings().stream()
                        .map(one -> "%s at %d".formatted(one.kind(), one.position()))
                        .toList());
    }
}
