package io.doorstep.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts of revision 1 carry the keyed hashes of numbers; people are found by a table beside their keys now. */
final class V56__NumbersOutOfFacts extends BaseJavaMigration {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var reports = connection.prepareStatement("select payload from " + EventTable.NAME
                        + " where type = 'io.doorstep.events.cases.CaseReported' and version = '1'");
                var insert = connection.prepareStatement(
                        "insert into vault.number_hash (subject, what, case_id, hash) values (?, ?, ?, ?)");
                var rows = reports.executeQuery()) {
            while (rows.next()) {
                var report = json.readTree(new String(rows.getBytes(1), StandardCharsets.UTF_8));
                for (var petitioner : report.path("petitioners")) {
                    add(insert, report, petitioner, "PHONE", "phoneHash");
                    add(insert, report, petitioner, "ID_NUMBER", "idHash");
                }
                insert.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement insert, JsonNode report, JsonNode petitioner, String what, String field)
            throws SQLException {
        var hash = petitioner.path(field).asString("");
        if (!hash.isEmpty()) {
            insert.setString(1, petitioner.path("personId").asString());
            insert.setString(2, what);
            insert.setString(3, report.path("caseId").asString());
            insert.setString(4, hash);
            insert.addBatch();
        }
    }
}
