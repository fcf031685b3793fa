package io.doorstep.query.layout;

import static io.doorstep.query.asof.StateColumns.LAST_OF_ALL;

import io.doorstep.web.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 排序。 By which column a list is sorted, and which way; lines without a value stand last either way.
 *
 * @param name as the request has it, without the sign
 * @param column SQL of the column
 * @param order SQL of a column that is never empty and orders the same way, which an index may hold; null when there is none
 */
public record Sort(String name, String column, @Nullable String order, Kind kind, boolean descending) {

    /** What stands in the column. */
    public enum Kind {
        DAY,
        MOMENT,
        NUMBER,
        TEXT
    }

    public static Sort by(String name, String column, Kind kind) {
        return new Sort(name, column, null, kind, false);
    }

    /** A column that is never empty, so that the database can walk along an index. */
    public static Sort byFilled(String name, String column, Kind kind) {
        return new Sort(name, column, column, kind, false);
    }

    /** An order that has a column of its own, in which the empty ones stand last. */
    public static Sort by(String name, String column, String order, Kind kind) {
        return new Sort(name, column, order, kind, false);
    }

    public Sort turned() {
        // turned round, the empty ones must still stand last
        return new Sort(name, column, column.equals(order) ? order : null, kind, !descending);
    }

    /** The same order, of a column by another name. */
    Sort of(String other) {
        return new Sort(name, other, order == null ? null : other, kind, descending);
    }

    /** SQL of what a cursor remembers of a line. */
    String value() {
        return order == null ? column : order;
    }

    /**
     * SQL of the order; the key makes it complete.
     *
     * @param leading columns that are the same in all rows and stand first in the index: H2 walks along an index only when
     *     the order names all its columns
     */
    String order(String key, List<String> leading) {
        var way = descending ? " desc" : "";
        return order == null
                ? " order by case when %1$s is null then 1 else 0 end, %1$s%2$s, %3$s".formatted(column, way, key)
                : Stream.concat(leading.stream(), Stream.of(order, key))
                        .map(one -> one + way)
                        .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** SQL that is true for the lines behind one with this value; it speaks of {@code :afterValue} and {@code :afterKey}. */
    String behind(String key, @Nullable String value) {
        var next = descending ? "<" : ">";
        if (order != null) {
            // said so that an index is entered where the last page ended
            return "%1$s %2$s= :afterValue and (%1$s %2$s :afterValue or %3$s %2$s :afterKey)"
                    .formatted(order, next, key);
        }
        return value == null
                ? "(%s is null and %s > :afterKey)".formatted(column, key)
                : "(%1$s is null or %1$s %2$s :afterValue or (%1$s = :afterValue and %3$s > :afterKey))"
                        .formatted(column, next, key);
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
            case NUMBER, TEXT -> row.getString(label);
        };
    }

    /** A cursor's value as the database wants it. */
    Object parse(String value) {
        return switch (kind) {
            // a cursor behind the last line with a day names the day that stands for none
            case DAY -> value.equals(LAST_OF_ALL.toString()) ? LAST_OF_ALL : Times.day(value);
            case MOMENT -> Times.moment(value).atOffset(ZoneOffset.UTC);
            case NUMBER -> Long.valueOf(value);
            case TEXT -> value;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
