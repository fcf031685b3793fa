package io.doorstep.store;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** What happened at the sign-in, and how rights changed, is only ever added, as the access log is. */
final class V66__JournalsGrow extends BaseJavaMigration {

    private final boolean postgres;

    V66__JournalsGrow(Engine engine) {
        this.postgres = engine == Engine.POSTGRESQL;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            for (var table : List.of("security_log", "account_journal")) {
                V58__AccessLogGrows.guard(table, statement, postgres);
            }
        }
    }
}
