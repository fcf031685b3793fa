package io.doorstep.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * 还原后的次序。 On PostgreSQL each fact says in which transaction it was written, and readers wait for what might precede it (append order
 * HORIZON, docs/decisions/0003). Numbers of another cluster may lie in this one's future: they are made anew, below all that comes.
 *
 * <p>The ledger goes on behind its last fact by transaction and index: so that one has to be the greatest of those that are chained, and less
 * than those that wait.
 */
final class RestoredOrder {

    /** Transactions of a cluster begin with 3. */
    static final String CHAINED = "'1'::xid8";

    private static final String LAST = "'2'::xid8";

    private RestoredOrder() {}

    static void write(Connection connection) throws SQLException {
        if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("update aggregate_event_entry set tx = " + LAST
                    + " where global_index = (select global_index from fact_ledger order by position desc limit 1)");
            statement.execute("update aggregate_event_entry f set tx = default"
                    + " where not exists (select 1 from fact_ledger l where l.global_index = f.global_index)");
        }
    }
}
