package io.doorstep.store;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** What was proven of another office's ledger is only ever added to, as the own one is. */
final class V94__CopiesGrow extends BaseJavaMigration {

    private static final List<String> TABLES =
            List.of("federation_leaf", "federation_node", "federation_withdrawn", "federation_finding");

    private final boolean postgres;

    V94__CopiesGrow(Engine engine) {
        this.postgres = engine == Engine.POSTGRESQL;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            for (var table : TABLES) {
                V58__AccessLogGrows.guard(table, statement, postgres);
            }
        }
    }
}
