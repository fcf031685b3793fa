package io.doorstep.backup;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** 一致的读。 A connection that sees the database as it was at one moment, while others go on writing; it streams, and holds nobody up. */
final class Snapshot implements AutoCloseable {

    /** Of H2 alone: every table as of the first question, where REPEATABLE READ has them each as of its own first. */
    private static final int OF_H2 = 6;

    private final Connection connection;
    private final boolean h2;

    private Snapshot(Connection connection, boolean h2) {
        this.connection = connection;
        this.h2 = h2;
    }

    static Snapshot of(DataSource database) throws SQLException {
        var connection = database.getConnection();
        var snapshot =
                new Snapshot(connection, "H2".equals(connection.getMetaData().getDatabaseProductName()));
        try {
            snapshot.begin();
            return snapshot;
        } catch (SQLException | RuntimeException failure) {
            snapshot.close();
            throw failure;
        }
    }

    private void begin() throws SQLException {
        if (h2) {
            // or else the whole of a table is read before its first row comes
            execute("set lazy_query_execution 1");
        }
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(h2 ? OF_H2 : Connection.TRANSACTION_REPEATABLE_READ);
        if (!h2) {
            connection.setReadOnly(true);
        }
        // the moment is that of the first question
        execute("select id from append_lock");
    }

    Connection connection() {
        return connection;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
            if (h2) {
                execute("set lazy_query_execution 0");
            }
        }
    }
}
