package io.doorstep.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/** 基础数据表。 How the entries of one kind stand in their table, one row for each version; the first column is the key. */
public final class ReferenceTable<E extends Entry<E>> {

    public static final ReferenceTable<Place> PLACES = new ReferenceTable<>(
            "place",
            "code, name, level, parent, path, valid_from, valid_to, lat, lon",
            (row, n) -> new Place(
                    row.getString("code"),
                    row.getString("name"),
                    PlaceLevel.valueOf(row.getString("level")),
                    row.getString("parent"),
                    row.getString("path"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getObject("lat", BigDecimal.class),
                    row.getObject("lon", BigDecimal.class)),
            it -> values(
                    it.code(),
                    it.name(),
                    it.level().name(),
                    it.parent(),
                    it.path(),
                    it.validFrom(),
                    it.validTo(),
                    it.lat(),
                    it.lon()));

    public static final ReferenceTable<Unit> UNITS = new ReferenceTable<>(
            "unit",
            "id, name, place, parent, path, valid_from, valid_to",
            (row, n) -> new Unit(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("place"),
                    row.getString("parent"),
                    row.getString("path"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)),
            it -> values(it.id(), it.name(), it.place(), it.parent(), it.path(), it.validFrom(), it.validTo()));

    public static final ReferenceTable<Category> CATEGORIES = new ReferenceTable<>(
            "category",
            "code, name, level, parent, path, valid_from, valid_to",
            (row, n) -> new Category(
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("level"),
                    row.getString("parent"),
                    row.getString("path"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)),
            it -> values(it.code(), it.name(), it.level(), it.parent(), it.path(), it.validFrom(), it.validTo()));

    public static final ReferenceTable<Officer> OFFICERS = new ReferenceTable<>(
            "officer",
            "id, name, unit, head, valid_from, valid_to",
            (row, n) -> new Officer(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getBoolean("head"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)),
            it -> values(it.id(), it.name(), it.unit(), it.head(), it.validFrom(), it.validTo()));

    private final String name;
    private final String columns;
    private final String key;
    private final RowMapper<E> entry;
    private final Function<E, @Nullable Object[]> values;

    private ReferenceTable(String name, String columns, RowMapper<E> entry, Function<E, @Nullable Object[]> values) {
        this.name = name;
        this.columns = columns;
        this.key = columns.substring(0, columns.indexOf(','));
        this.entry = entry;
        this.values = values;
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }

    /** Every version of every entry, in the order of keys and days. */
    public List<E> all(JdbcOperations jdbc) {
        return jdbc.query("select %s from %s order by %s, valid_from".formatted(columns, name, key), entry);
    }

    /** Writes versions; one that is there already, with the same key and first day, is replaced. */
    public void put(JdbcOperations jdbc, Collection<E> versions) {
        jdbc.batchUpdate(
                "delete from %s where %s = ? and valid_from = ?".formatted(name, key),
                versions.stream()
                        .map(it -> new Object[] {it.key(), it.validFrom()})
                        .toList());
        var marks = Arrays.stream(columns.split(",")).map(column -> "?").collect(Collectors.joining(", "));
        jdbc.batchUpdate(
                "insert into %s (%s) values (%s)".formatted(name, columns, marks),
                versions.stream().map(values).toList());
    }
}
