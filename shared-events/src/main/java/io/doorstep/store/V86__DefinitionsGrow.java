package io.doorstep.store;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** What a version of the definitions counts is never changed: another count is another version. */
final class V86__DefinitionsGrow extends BaseJavaMigration {

    private final boolean postgres;

    V86__DefinitionsGrow(Engine engine) {
        this.postgres = engine == Engine.POSTGRESQL;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            V58__AccessLogGrows.guard("figure_definition", statement, postgres);
        }
    }
}
