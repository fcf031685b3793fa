package io.doorstep.store;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** The ledger of facts and its checkpoints are only ever added to, as the journals are. */
final class V82__LedgerGrows extends BaseJavaMigration {

    private static final List<String> TABLES = List.of(
            "fact_ledger_start",
            "fact_ledger",
            "fact_ledger_node",
            "ledger_key",
            "ledger_checkpoint",
            "ledger_check",
            "ledger_check_finding");

    private final boolean postgres;

    V82__LedgerGrows(Engine engine) {
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
