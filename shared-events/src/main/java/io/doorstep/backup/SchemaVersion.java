package io.doorstep.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;

/** 表结构版本。 Up to which migration the tables of the facts are. */
final class SchemaVersion {

    private SchemaVersion() {}

    static String of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"version\" is not null and \"success\"")) {
            var last = MigrationVersion.EMPTY;
            while (rows.next()) {
                var one = MigrationVersion.fromVersion(rows.getString(1));
                last = one.compareTo(last) > 0 ? one : last;
            }
            return last.getVersion();
        }
    }
}
