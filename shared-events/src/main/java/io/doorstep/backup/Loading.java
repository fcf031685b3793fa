package io.doorstep.backup;

import io.doorstep.backup.Table.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** 装载。 Puts the rows of an archive into the tables of a database that is new, in the caller's transaction. */
final class Loading {

    private static final int BATCH = 1000;
    private static final int BATCH_BYTES = 4 << 20;

    private final Connection connection;
    private final boolean postgres;
    private final Map<String, Table> tables;

    Loading(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        this.tables = new Tables(connection).kept().stream().collect(Collectors.toMap(Table::id, Function.identity()));
    }

    /** Before the first row: takes out what the migrations put in, and has the counting columns go on where they were. */
    void prepare(List<Head.Contents> contents) throws SQLException {
        var backwards = new ArrayList<>(contents);
        Collections.reverse(backwards);
        try (var statement = connection.createStatement()) {
            for (var one : backwards) {
                var table = of(one);
                statement.execute("delete from " + table.at());
                if (table.identity() != null && one.next() > 0) {
                    statement.execute("alter table %s alter column %s restart with %d"
                            .formatted(table.at(), atOf(table, table.identity()), one.next()));
                }
            }
        }
    }

    long rows(Head.Contents contents, JsonParser json) throws SQLException {
        var table = of(contents);
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < contents.columns().size(); i++) {
            places.put(contents.columns().get(i), i);
        }
        var columns =
                contents.columns().stream().map(name -> columnOf(table, name)).toList();
        try (var insert = connection.prepareStatement(insert(table, columns))) {
            return rows(json, insert, columns, places, contents.table());
        }
    }

    private static long rows(
            JsonParser json, PreparedStatement insert, List<Column> columns, Map<String, Integer> places, String table)
            throws SQLException {
        var count = 0L;
        var bytes = 0L;
        var waiting = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var filled = 0;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var place = places.get(json.currentName());
                if (place == null) {
                    throw new UnusableArchive("%s has a column that its head does not name".formatted(table));
                }
                json.nextToken();
                bytes += columns.get(place).kind().read(json, insert, place + 1);
                filled++;
            }
            if (filled != columns.size()) {
                throw new UnusableArchive("row %d of %s is not whole".formatted(count + 1, table));
            }
            insert.addBatch();
            count++;
            if (++waiting == BATCH || bytes > BATCH_BYTES) {
                insert.executeBatch();
                waiting = 0;
                bytes = 0;
            }
        }
        if (waiting > 0) {
            insert.executeBatch();
        }
        return count;
    }

    private String insert(Table table, List<Column> columns) {
        var names = columns.stream().map(Column::at).collect(Collectors.joining(", "));
        var values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        var transaction = postgres && table.id().equals(Table.FACTS);
        return "insert into %s (%s%s) overriding system value values (%s%s)"
                .formatted(
                        table.at(),
                        names,
                        transaction ? ", tx" : "",
                        values,
                        transaction ? ", " + RestoredOrder.CHAINED : "");
    }

    private Table of(Head.Contents contents) {
        var table = tables.get(contents.table());
        if (table == null) {
            throw new UnusableArchive("this Doorstep has no table %s".formatted(contents.table()));
        }
        return table;
    }

    private static String atOf(Table table, String column) {
        return columnOf(table, column).at();
    }

    private static Column columnOf(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UnusableArchive("this Doorstep's %s has no column %s".formatted(table.id(), name)));
    }
}
