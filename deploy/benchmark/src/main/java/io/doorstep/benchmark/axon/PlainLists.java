package io.doorstep.benchmark.axon;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventHandler;

/** The three lists, one statement for each event. */
final class PlainLists {
    private final ConnectionProvider connections;

    PlainLists(ConnectionProvider connections) {
        this.connections = connections;
    }

    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table problem (case_id varchar(36) primary key, status varchar(20) not null,"
                    + " words varchar(2000) not null)");
            statement.execute(
                    "create table assignment (case_id varchar(36) primary key, words varchar(2000) not null)");
            statement.execute("create table close_out (case_id varchar(36) primary key, words varchar(2000) not null)");
        }
    }

    @EventHandler
    void on(StepTaken taken) throws SQLException {
        var sql = switch (taken.step()) {
            case REPORTED -> "insert into problem (words, case_id, status) values (?, ?, 'REPORTED')";
            case ASSIGNED -> "insert into assignment (words, case_id) values (?, ?)";
            case CLOSED_OUT -> "insert into close_out (words, case_id) values (?, ?)";
            default -> "update problem set words = ?, status = '" + taken.step() + "' where case_id = ?";
        };
        try (var connection = connections.getConnection();
                var write = connection.prepareStatement(sql)) {
            write.setString(1, taken.words());
            write.setString(2, taken.id());
            write.executeUpdate();
        }
    }
}
