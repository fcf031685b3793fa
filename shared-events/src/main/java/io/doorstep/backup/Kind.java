package io.doorstep.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** 列的种类。 What a column holds, whatever a database calls it, and how that is written down without losing a byte or a microsecond. */
enum Kind {
    INTEGER(Types.BIGINT),
    DECIMAL(Types.NUMERIC),
    DOUBLE(Types.DOUBLE),
    BOOLEAN(Types.BOOLEAN),
    TEXT(Types.VARCHAR),
    DATE(Types.DATE),
    TIMESTAMP(Types.TIMESTAMP_WITH_TIMEZONE),
    BYTES(Types.VARBINARY);

    private final int jdbcType;

    Kind(int jdbcType) {
        this.jdbcType = jdbcType;
    }

    /** Of a column that information_schema names so; empty when it cannot be kept. */
    static Optional<Kind> of(String dataType) {
        return Optional.ofNullable(
                switch (dataType.toLowerCase(Locale.ROOT)) {
                    case "smallint", "integer", "bigint" -> INTEGER;
                    case "numeric" -> DECIMAL;
                    case "double precision" -> DOUBLE;
                    case "boolean" -> BOOLEAN;
                    case "character varying", "character", "text" -> TEXT;
                    case "date" -> DATE;
                    case "timestamp with time zone" -> TIMESTAMP;
                    case "bytea", "binary varying" -> BYTES;
                    default -> null;
                });
    }

    void write(JsonGenerator json, ResultSet row, int column) throws SQLException {
        if (row.getObject(column) == null) {
            json.writeNull();
            return;
        }
        switch (this) {
            case INTEGER -> json.writeNumber(row.getLong(column));
            case DECIMAL -> json.writeNumber(row.getBigDecimal(column));
            case DOUBLE -> json.writeNumber(row.getDouble(column));
            case BOOLEAN -> json.writeBoolean(row.getBoolean(column));
            case TEXT -> json.writeString(row.getString(column));
            case DATE -> json.writeString(row.getObject(column, LocalDate.class).toString());
            case TIMESTAMP ->
                json.writeString(
                        row.getObject(column, OffsetDateTime.class).toInstant().toString());
            case BYTES -> json.writeBinary(row.getBytes(column));
        }
    }

    /** Puts the value at which the parser stands into the statement; answers about how many bytes it takes. */
    int read(JsonParser json, PreparedStatement into, int place) throws SQLException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            into.setNull(place, jdbcType);
            return 1;
        }
        switch (this) {
            case INTEGER -> into.setLong(place, json.getLongValue());
            case DECIMAL -> into.setBigDecimal(place, json.getDecimalValue());
            case DOUBLE -> into.setDouble(place, json.getDoubleValue());
            case BOOLEAN -> into.setBoolean(place, json.getBooleanValue());
            case DATE -> into.setObject(place, LocalDate.parse(json.getString()));
            case TIMESTAMP ->
                into.setObject(place, Instant.parse(json.getString()).atOffset(ZoneOffset.UTC));
            case TEXT -> {
                var words = json.getString();
                into.setString(place, words);
                return words.length();
            }
            case BYTES -> {
                var bytes = json.getBinaryValue();
                into.setBytes(place, bytes);
                return bytes.length;
            }
        }
        return Long.BYTES;
    }
}
