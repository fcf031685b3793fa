package io.doorstep.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** 空库。 A restore begins in an empty database and, when it fails, leaves an empty one behind. */
final class Emptiness {

    private static final int NAMED = 5;

    private Emptiness() {}

    static void orRefuse(Connection connection) throws SQLException {
        var there = new Tables(connection).everyName();
        if (!there.isEmpty()) {
            throw new UnusableArchive("the database is not empty, it has %d tables (%s …): restore into a new one"
                    .formatted(there.size(), there.stream().limit(NAMED).collect(Collectors.joining(", "))));
        }
    }

    /** Takes away what a restore that failed had made. */
    static void again(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if ("H2".equals(connection.getMetaData().getDatabaseProductName())) {
                statement.execute("drop all objects");
                return;
            }
            for (var table : new Tables(connection).everyName()) {
                statement.execute("drop table if exists " + table + " cascade");
            }
            statement.execute("drop schema if exists " + Part.VAULT + " cascade");
            statement.execute("drop function if exists append_only()");
        }
    }
}
