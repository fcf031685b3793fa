package io.doorstep.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * 只增不改。 Trigger of the embedded database that lets rows be added to a table and nothing else; PostgreSQL has one of its own.
 * Rows that a retention has run out for may go, while the transaction says that it does so.
 */
public final class AppendOnly implements Trigger {

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, @Nullable Object[] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        if (after == null && expires(connection)) {
            return;
        }
        throw new SQLException("rows of " + table + " are only ever added");
    }

    private static boolean expires(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select @doorstep_retention")) {
            return row.next() && "on".equals(row.getString(1));
        }
    }
}
