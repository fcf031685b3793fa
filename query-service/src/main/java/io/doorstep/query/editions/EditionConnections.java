package io.doorstep.query.editions;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;

/** 某一版次的连接。 For what asks the database without a transaction: within one, its connection is of the right edition already. */
public final class EditionConnections implements ConnectionProvider {

    private final Edition edition;
    private final ConnectionProvider connections;

    public EditionConnections(Edition edition, ConnectionProvider connections) {
        this.edition = edition;
        this.connections = connections;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var before = Edition.said();
        Edition.say(edition);
        try {
            return connections.getConnection();
        } finally {
            Edition.say(before);
        }
    }
}
