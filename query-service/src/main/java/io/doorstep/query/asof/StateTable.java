package io.doorstep.query.asof;

import io.doorstep.policy.Deadlines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 双时案情表。 Writes what a fact changed; {@link CaseStates} is where it is asked. */
public final class StateTable {

    private static final String NEVER_KNOWN = """
            delete from case_state
             where case_id = ? and recorded_to = %s and occurred_to > ? and recorded_from >= ?
            """.formatted(Rectangle.SQL_FOREVER);
    private static final String ENDED = """
            update case_state set recorded_to = ? where case_id = ? and recorded_to = %s and occurred_to > ?
            """.formatted(Rectangle.SQL_FOREVER);

    private final JdbcClient jdbc;
    private final Rows rows;
    private final StateColumns columns;
    private final BesideTables beside;

    public StateTable(JdbcClient jdbc, Rows rows, StateColumns columns) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.columns = columns;
        this.beside = new BesideTables(columns.deadlines());
    }

    /** Writes what facts changed in their cases. */
    void apply(List<CaseInHand> cases) {
        var neverKnown = new ArrayList<List<Object>>();
        var ended = new ArrayList<List<Object>>();
        var added = new ArrayList<TableRow>();
        for (var one : cases) {
            for (var change : one.endings()) {
                var from = SqlTime.of(change.from());
                var recordedAt = SqlTime.of(change.recordedAt());
                if (change.atOnce()) {
                    // what was known for no time at all was never known
                    neverKnown.add(List.of(one.caseId(), from, recordedAt));
                }
                ended.add(List.of(recordedAt, one.caseId(), from));
            }
            for (var rectangle : one.rectangles()) {
                added.add(
                        new TableRow("case_state", row(one.caseId(), rectangle, one.columns(rectangle, columns::of))));
                added.addAll(beside.rows(one.caseId(), rectangle));
            }
        }
        rows.execute(NEVER_KNOWN, neverKnown);
        rows.execute(ENDED, ended);
        rows.insert(added);
    }

    void clear() {
        jdbc.sql("delete from case_state").update();
    }

    void forget(String caseId) {
        jdbc.sql("delete from case_state where case_id = ?").param(caseId).update();
    }

    /** A rectangle as the row that it makes. */
    Map<String, @Nullable Object> row(String caseId, Rectangle one) {
        return row(caseId, one, columns.of(one.state(), one.occurredFrom()));
    }

    private static Map<String, @Nullable Object> row(
            String caseId, Rectangle one, Map<String, @Nullable Object> columns) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("case_id", caseId);
        row.put("occurred_from", SqlTime.of(one.occurredFrom()));
        row.put("occurred_to", SqlTime.of(one.occurredTo()));
        row.put("recorded_from", SqlTime.of(one.recordedFrom()));
        row.put("recorded_to", SqlTime.of(one.recordedTo()));
        row.putAll(columns);
        return row;
    }

    /** The rows that stand beside it. */
    List<TableRow> beside(String caseId, Rectangle one) {
        return beside.rows(caseId, one);
    }

    Deadlines deadlines() {
        return columns.deadlines();
    }
}
