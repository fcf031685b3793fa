package io.doorstep.backup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 表。 A table as a database has it.
 *
 * @param at how this database writes schema and table, quoted
 * @param key columns of the primary key, in the order in which rows are written
 * @param identity the column that the database counts up by itself; null when there is none
 */
record Table(
        String schema,
        String name,
        String at,
        List<Column> columns,
        List<String> key,
        @Nullable String identity) {

    /** 列。 A column; {@code at} is how this database writes it, quoted. */
    record Column(String name, String at, Kind kind) {}

    static final String FACTS = "public.aggregate_event_entry";
    static final String LEDGER = "public.fact_ledger";

    /** The same in every database: in small letters, with its schema. */
    String id() {
        return schema + "." + name;
    }

    String names() {
        return columns.stream().map(Column::at).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
