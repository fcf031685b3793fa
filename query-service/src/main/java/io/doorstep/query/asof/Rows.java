package io.doorstep.query.asof;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** 成批写行。 Writes many rows with one statement that the database has to understand once. */
public final class Rows {

    private record Column(int type, String typeName) {}

    private final JdbcTemplate jdbc;
    private final Map<String, Map<String, Column>> tables = new ConcurrentHashMap<>();

    public Rows(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Inserts rows of one table or of several; those of a table have the same columns in the same order. */
    void insert(Collection<TableRow> rows) {
        var byTable = new LinkedHashMap<String, List<TableRow>>();
        rows.forEach(row ->
                byTable.computeIfAbsent(row.table(), name -> new ArrayList<>()).add(row));
        byTable.forEach(this::insert);
    }

    /** Executes one statement once for each row of values, none of them null. */
    void execute(String sql, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), (statement, row) -> {
                for (var n = 0; n < row.size(); n++) {
                    statement.setObject(n + 1, row.get(n));
                }
            });
        }
    }

    private void insert(String table, List<TableRow> rows) {
        var names = List.copyOf(rows.get(0).columns().keySet());
        var types = columns(table);
        var columns = names.stream().map(types::get).toList();
        var sql = "insert into " + table + " (" + String.join(", ", names) + ") values "
                + names.stream().map(name -> "?").collect(Collectors.joining(", ", "(", ")"));
        jdbc.batchUpdate(
                sql,
                rows,
                rows.size(),
                (statement, row) -> bind(statement, columns, row.columns().values()));
    }

    private static void bind(PreparedStatement statement, List<Column> columns, Collection<@Nullable Object> values)
            throws SQLException {
        var n = 0;
        for (var value : values) {
            var column = columns.get(n++);
            if (value == null) {
                // of the very type that a value has: PostgreSQL's driver would have the statement parsed anew
                statement.setNull(n, column.type(), column.typeName());
            } else {
                statement.setObject(n, value);
            }
        }
    }

    private Map<String, Column> columns(String table) {
        var known = tables.get(table);
        if (known == null) {
            ResultSetExtractor<Map<String, Column>> described = none -> described(none.getMetaData());
            known = Objects.requireNonNull(jdbc.query("select * from " + table + " where 1 = 0", described));
            tables.put(table, known);
        }
        return known;
    }

    private static Map<String, Column> described(ResultSetMetaData table) throws SQLException {
        var columns = new HashMap<String, Column>();
        for (var n = 1; n <= table.getColumnCount(); n++) {
            columns.put(
                    table.getColumnName(n).toLowerCase(Locale.ROOT),
                    new Column(table.getColumnType(n), table.getColumnTypeName(n)));
        }
        return columns;
    }
}
