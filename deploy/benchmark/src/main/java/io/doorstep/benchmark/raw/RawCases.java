package io.doorstep.benchmark.raw;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** 直写。 One event inserted and one row of a list written, in a transaction of two statements; or the event alone. */
public final class RawCases implements Contestant {
    private final HikariDataSource database;
    private final boolean lists;

    public RawCases(Database database, boolean lists) throws SQLException {
        this.database = database.open();
        this.lists = lists;
        var bytes = database.isH2() ? "blob" : "bytea";
        try (var connection = this.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table event (global_index bigint generated always as identity primary key,"
                    + " case_id varchar(36) not null, seq bigint not null, identifier varchar(36) not null unique,"
                    + " type varchar(255) not null, at timestamp with time zone not null, payload " + bytes
                    + " not null, metadata " + bytes + " not null, unique (case_id, seq))");
            statement.execute("create table problem (case_id varchar(36) primary key, status varchar(20) not null,"
                    + " words varchar(2000) not null, version bigint not null, at timestamp with time zone not null)");
            statement.execute("create table assignment (case_id varchar(36) primary key, unit varchar(64) not null,"
                    + " words varchar(2000) not null, at timestamp with time zone not null)");
            statement.execute("create table close_out (case_id varchar(36) primary key, words varchar(2000) not null,"
                    + " at timestamp with time zone not null)");
            statement.execute("create index problem_by_status on problem (status, at)");
        }
    }

    @Override
    public void take(Step step, Life life) throws SQLException {
        var words = life.words(step);
        var id = life.id().toString();
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            append(connection, step, id, words, now);
            if (lists) {
                list(connection, step, id, words, now);
            }
            connection.commit();
        }
    }

    private static void append(Connection connection, Step step, String id, String words, OffsetDateTime now)
            throws SQLException {
        var payload = "{\"caseId\":\"" + id + "\",\"occurredAt\":\"" + now + "\",\"words\":\"" + words + "\"}";
        // the unique (case, sequence) is the optimistic lock
        try (var insert = connection.prepareStatement(
                "insert into event (case_id, seq, identifier, type, at, payload, metadata) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setLong(2, step.before());
            insert.setString(3, UUID.randomUUID().toString());
            insert.setString(4, step.name());
            insert.setObject(5, now);
            insert.setBytes(6, payload.getBytes(StandardCharsets.UTF_8));
            insert.setBytes(
                    7, "{\"actor\":\"officer\",\"unit\":\"u-petition-bureau\"}".getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    private static void list(Connection connection, Step step, String id, String words, OffsetDateTime now)
            throws SQLException {
        var sql = switch (step) {
            case REPORTED ->
                "insert into problem (words, at, case_id, status, version) values (?, ?, ?, 'REPORTED', 0)";
            case ASSIGNED ->
                "insert into assignment (words, at, case_id, unit) values (?, ?, ?, 'u-natural-resources')";
            case CLOSED_OUT -> "insert into close_out (words, at, case_id) values (?, ?, ?)";
            default ->
                "update problem set words = ?, at = ?, status = '" + step
                        + "', version = version + 1 where case_id = ?";
        };
        try (var write = connection.prepareStatement(sql)) {
            write.setString(1, words);
            write.setObject(2, now);
            write.setString(3, id);
            if (write.executeUpdate() != 1) {
                throw new IllegalStateException("no row of " + id);
            }
        }
    }

    @Override
    public Kept kept(Life life) throws SQLException {
        var steps = count("select count(*) from event where case_id = ?", life);
        return new Kept(
                steps,
                steps,
                count("select count(*) from problem where status = 'REVISITED' and case_id = ?", life) == 1,
                count("select count(*) from assignment where case_id = ?", life) == 1,
                count("select count(*) from close_out where case_id = ?", life) == 1);
    }

    private int count(String sql, Life life) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, life.id().toString());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
