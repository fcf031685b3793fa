package io.doorstep.proof.check;

import io.doorstep.proof.StoredFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** 事实行。 Facts as rows of the store, byte for byte. */
public final class FactRows {

    public static final String COLUMNS = "f.global_index, f.identifier, f.aggregate_type, f.aggregate_identifier,"
            + " f.aggregate_sequence_number, f.type, f.version, f.timestamp, f.payload, f.metadata";

    private FactRows() {}

    public static StoredFact fact(ResultSet row) throws SQLException {
        return new StoredFact(
                row.getLong("global_index"),
                row.getString("identifier"),
                Objects.requireNonNullElse(row.getString("aggregate_type"), ""),
                row.getString("aggregate_identifier"),
                row.getLong("aggregate_sequence_number"),
                row.getString("type"),
                row.getString("version"),
                row.getString("timestamp"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }
}
