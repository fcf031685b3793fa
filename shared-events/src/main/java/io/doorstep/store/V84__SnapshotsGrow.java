package io.doorstep.store;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** What was published stays as it was; the database itself sees to it. */
final class V84__SnapshotsGrow extends BaseJavaMigration {

    private final boolean postgres;

    V84__SnapshotsGrow(Engine engine) {
        this.postgres = engine == Engine.POSTGRESQL;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            V58__AccessLogGrows.guard("snapshot", statement, postgres);
        }
    }
}
