package io.doorstep.standalone.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 库中内容。 What stands in the database besides who asked for what: rows of each table, as a number and a sum. */
final class Contents {

    /** Logs, sessions and what is counted are about the asking itself; readers and workers have tables of their own. */
    private static final Pattern OF_ASKING = Pattern.compile(
            "(?i)spring_session.*|.*_log.*|sign_in_pace|known_device|token_entry|.*(claim|node|dead_letter|completeness|flyway).*");

    private Contents() {}

    static Map<String, String> of(JdbcClient jdbc) {
        var tables = jdbc.sql("select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_schema in ('PUBLIC', 'VAULT') and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        var all = new TreeMap<String, String>();
        for (var table : tables) {
            var name = table.substring(table.indexOf('.') + 1);
            if (!OF_ASKING.matcher(name).matches()) {
                all.put(name, sum(jdbc, table));
            }
        }
        return all;
    }

    private static String sum(JdbcClient jdbc, String table) {
        List<Integer> rows = jdbc.sql("select * from " + table)
                .query((row, n) -> {
                    var hash = 1;
                    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        hash = 31 * hash + String.valueOf(row.getString(i)).hashCode();
                    }
                    return hash;
                })
                .list();
        return rows.size() + " "
                + rows.stream()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining())
                        .hashCode();
    }
}
