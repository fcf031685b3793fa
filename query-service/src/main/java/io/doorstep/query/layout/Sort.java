package io.doorstep.query.layout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * 排序。 By which column a list is sorted, and which way; lines without a value stand last either way.
 *
 * @param name as the request has it, without the sign
 * @param column SQL of the column
 */
public record Sort(String name, String column, Kind kind, boolean descending) {

    /** What stands in the column. */
    public enum Kind {
        DAY,
        MOMENT,
        TEXT
    }

    public static Sort by(String name, String column, Kind kind) {
        return new Sort(name, column, kind, false);
    }

    Sort turned() {
        return new Sort(name, column, kind, !descending);
    }

    /** SQL of the order; the key makes it complete. */
    String order(String key) {
        return " order by case when %s is null then 1 else 0 end, %s%s, %s"
                .formatted(column, column, descending ? " desc" : "", key);
    }

    /** SQL that is true for the lines behind one with this value; it speaks of {@code :afterValue} and {@code :afterKey}. */
    String behind(String key, @Nullable String value) {
        return value == null
                ? "(%s is null and %s > :afterKey)".formatted(column, key)
                : "(%1$s is null or %1$s %2$s :afterValue or (%1$s = :afterValue and %3$s > :afterKey))"
                        .formatted(column, descending ? "<" : ">", key);
    }

    /** The column's value as a cursor keeps it. */
    @Nullable
    String read(ResultSet row, String label) throws SQLException {
        return switch (kind) {
            case DAY -> text(row.getObject(label, LocalDate.class));
            case MOMENT -> {
                var moment = row.getObject(label, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant().toString();
            }
            case TEXT -> row.getString(label);
        };
    }

    /** A cursor's value as the database wants it. */
    Object parse(String value) {
        return switch (kind) {
            case DAY -> LocalDate.parse(value);
            case MOMENT -> Instant.parse(value).atOffset(ZoneOffset.UTC);
            case TEXT -> value;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
