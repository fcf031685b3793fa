package io.doorstep.query.asof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 表行。 A row of a reading table, as the facts make it. */
record TableRow(String table, Map<String, @Nullable Object> columns) {

    static TableRow beside(String table, String caseId, Rectangle one, String key, int number) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("case_id", caseId);
        columns.put("occurred_from", SqlTime.of(one.occurredFrom()));
        columns.put("recorded_from", SqlTime.of(one.recordedFrom()));
        columns.put(key, number);
        return new TableRow(table, columns);
    }

    TableRow with(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    /** Its values as text, by column. */
    Map<String, String> texts(Function<@Nullable Object, String> text) {
        var all = new TreeMap<String, String>();
        for (var column : columns.entrySet()) {
            all.put(column.getKey(), text.apply(column.getValue()));
        }
        return all;
    }
}
