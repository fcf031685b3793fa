package io.doorstep.query.asof;

import io.doorstep.policy.Deadlines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 双时案情表。 Writes what a fact changed; {@link CaseStates} is where it is asked. */
public final class StateTable {

    private final JdbcClient jdbc;
    private final StateColumns columns;
    private final BesideTables beside;

    public StateTable(JdbcClient jdbc, StateColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.beside = new BesideTables(jdbc, columns.deadlines());
    }

    void apply(String caseId, Rectangles.Change change) {
        Map<String, Object> moments = Map.of(
                "caseId", caseId,
                "recordedAt", SqlTime.of(change.recordedAt()),
                "from", SqlTime.of(change.from()),
                "forever", SqlTime.of(Rectangle.FOREVER));
        if (change.atOnce()) {
            // what was known for no time at all was never known
            jdbc.sql("""
                    delete from case_state
                     where case_id = :caseId and recorded_to = :forever and occurred_to > :from
                       and recorded_from >= :recordedAt
                    """).params(moments).update();
        }
        jdbc.sql("""
                update case_state set recorded_to = :recordedAt
                 where case_id = :caseId and recorded_to = :forever and occurred_to > :from
                """).params(moments).update();
        insert(caseId, change.added());
    }

    void clear() {
        jdbc.sql("delete from case_state").update();
    }

    void forget(String caseId) {
        jdbc.sql("delete from case_state where case_id = ?").param(caseId).update();
    }

    /** A rectangle as the row that it makes. */
    Map<String, @Nullable Object> row(String caseId, Rectangle one) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("case_id", caseId);
        row.put("occurred_from", SqlTime.of(one.occurredFrom()));
        row.put("occurred_to", SqlTime.of(one.occurredTo()));
        row.put("recorded_from", SqlTime.of(one.recordedFrom()));
        row.put("recorded_to", SqlTime.of(one.recordedTo()));
        row.putAll(columns.of(one.state(), one.occurredFrom()));
        return row;
    }

    /** The rows that stand beside it. */
    List<TableRow> beside(String caseId, Rectangle one) {
        return beside.rows(caseId, one);
    }

    Deadlines deadlines() {
        return columns.deadlines();
    }

    /** All in one statement: two or three rows, and seventy columns each. */
    private void insert(String caseId, List<Rectangle> added) {
        if (added.isEmpty()) {
            return;
        }
        var rows = added.stream().map(one -> row(caseId, one)).toList();
        var columns = rows.get(0).keySet();
        var marks = columns.stream().map(name -> "?").collect(Collectors.joining(", ", "(", ")"));
        var sql = "insert into case_state (" + String.join(", ", columns) + ") values "
                + String.join(", ", Collections.nCopies(rows.size(), marks));
        var values = new ArrayList<@Nullable Object>();
        rows.forEach(row -> values.addAll(row.values()));
        jdbc.sql(sql).params(values).update();
        added.forEach(one -> beside.insert(caseId, one));
    }
}
