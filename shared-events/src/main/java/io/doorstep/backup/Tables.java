package io.doorstep.backup;

import io.doorstep.backup.Table.Column;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 表目。 The tables of a database that a backup keeps, those first that others refer to; read from the database itself, so that none is forgotten. */
final class Tables {

    /** What only a running office needs: whoever is signed in signs in again, a node says anew that it runs and which keys it knows, and the
     * lists are built anew. */
    static final Set<String> PASSING = Set.of(
            "public.spring_session",
            "public.spring_session_attributes",
            "public.passkey_challenge",
            "public.node",
            "public.reading_edition",
            "public.reading_edition_log",
            "vault.node_master_key");

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** All that there are, in whatever schema; of an empty database none. */
    List<String> everyName() throws SQLException {
        var names = new ArrayList<String>();
        ask("""
                select table_schema, table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and lower(table_schema) not in ('information_schema', 'pg_catalog')
                 order by 1, 2
                """, row -> names.add(Table.small(row.getString(1) + "." + row.getString(2))));
        return names;
    }

    /** Those that are kept, in the order in which they can be filled; what is read is made anew from the facts (docs/decisions/0007). */
    List<Table> kept() throws SQLException {
        var found = new TreeMap<String, Found>();
        ask(
                """
                select c.table_schema, c.table_name, c.column_name, c.data_type, c.is_identity
                  from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where t.table_type = 'BASE TABLE' and lower(c.table_schema) not in ('information_schema', 'pg_catalog')
                   and lower(c.table_schema) not like 'reading%'
                   and lower(c.table_name) <> 'flyway_schema_history'
                 order by c.table_schema, c.table_name, c.ordinal_position
                """,
                row -> {
                    var one = found.computeIfAbsent(
                            Table.small(row.getString(1) + "." + row.getString(2)),
                            first -> new Found(textOf(row, 1), textOf(row, 2)));
                    one.add(row.getString(3), row.getString(4), "YES".equals(row.getString(5)));
                });
        found.keySet().removeAll(PASSING);
        return ordered(found);
    }

    private List<Table> ordered(Map<String, Found> found) throws SQLException {
        var ordered = new LinkedHashMap<String, Table>();
        for (var id : found.keySet()) {
            add(id, found, ordered, new LinkedHashSet<>());
        }
        return List.copyOf(ordered.values());
    }

    private void add(String id, Map<String, Found> found, Map<String, Table> ordered, Set<String> onTheWay)
            throws SQLException {
        var one = found.get(id);
        if (one == null || ordered.containsKey(id) || !onTheWay.add(id)) {
            return;
        }
        for (var other : referred(one)) {
            add(other, found, ordered, onTheWay);
        }
        // the place of a fact in the ledger says how it is to be loaded
        if (id.equals(Table.FACTS)) {
            add(Table.LEDGER, found, ordered, onTheWay);
        }
        ordered.put(id, one.table(keyOf(one)));
    }

    private Set<String> referred(Found one) throws SQLException {
        var others = new LinkedHashSet<String>();
        try (var references = connection.getMetaData().getImportedKeys(null, one.schema, one.name)) {
            while (references.next()) {
                others.add(Table.small(
                        references.getString("PKTABLE_SCHEM") + "." + references.getString("PKTABLE_NAME")));
            }
        }
        return others;
    }

    private List<String> keyOf(Found one) throws SQLException {
        var key = new TreeMap<Integer, String>();
        try (var columns = connection.getMetaData().getPrimaryKeys(null, one.schema, one.name)) {
            while (columns.next()) {
                key.put(columns.getInt("KEY_SEQ"), Table.quoted(columns.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(key.values());
    }

    /** What the database would give next to a column that it counts up by itself. */
    long next(Table table) throws SQLException {
        var next = new HashMap<String, Long>();
        var postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        var question = postgres
                ? "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('%s', '%s')::regclass), 0) + 1"
                        .formatted(table.at(), table.identity())
                : "select identity_base from information_schema.columns where lower(table_schema) = '%s'"
                                .formatted(table.schema())
                        + " and lower(table_name) = '%s' and lower(column_name) = '%s'"
                                .formatted(table.name(), table.identity());
        ask(question, row -> next.put("next", row.getLong(1)));
        return next.getOrDefault("next", 1L);
    }

    /** What is done with a row. */
    private interface Look {
        void at(ResultSet row) throws SQLException;
    }

    private void ask(String question, Look look) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                look.at(rows);
            }
        }
    }

    private static String textOf(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A table while its columns are read. */
    private static final class Found {
        final String schema;
        final String name;
        private final List<Column> columns = new ArrayList<>();
        private @Nullable String identity;

        Found(String schema, String name) {
            this.schema = schema;
            this.name = name;
        }

        void add(String column, String dataType, boolean counted) {
            if (counted) {
                identity = Table.small(column);
            }
            // ids of transactions mean nothing in another cluster; what they are for is made anew (RestoredOrder)
            if (!"xid8".equals(dataType)) {
                var kind = Kind.of(dataType)
                        .orElseThrow(() -> new IllegalStateException(
                                "a backup does not know how to keep %s.%s: %s".formatted(name, column, dataType)));
                columns.add(new Column(Table.small(column), Table.quoted(column), kind));
            }
        }

        Table table(List<String> key) {
            return new Table(
                    Table.small(schema),
                    Table.small(name),
                    Table.quoted(schema) + "." + Table.quoted(name),
                    List.copyOf(columns),
                    key,
                    identity);
        }
    }
}
