package io.doorstep.query.asof;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 逐行核对。 Compares the rows of one case with those that its facts make, column by column. */
public final class RowComparison {

    private final JdbcClient jdbc;
    private final FactTable facts;
    private final StateTable states;

    public RowComparison(JdbcClient jdbc, FactTable facts, StateTable states) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.states = states;
    }

    /** The faults of a case, given its facts as the event store has them; none for a case without facts and rows. */
    public List<RowFault> of(String caseId, List<RecordedFact> stored) {
        var faults = new ArrayList<RowFault>();
        compare("fact", bySequence(stored), bySequence(facts.of(caseId)), faults);
        compare("case_state", expected(caseId, stored), actual(caseId), faults);
        return faults;
    }

    private static <R> void compare(
            String table, Map<String, R> expected, Map<String, R> actual, List<RowFault> faults) {
        var rows = new TreeSet<>(expected.keySet());
        rows.addAll(actual.keySet());
        for (var row : rows) {
            var wanted = expected.get(row);
            var found = actual.get(row);
            if (found == null) {
                faults.add(new RowFault(RowFault.Kind.MISSING, table, row));
            } else if (wanted == null) {
                faults.add(new RowFault(RowFault.Kind.SURPLUS, table, row));
            } else if (!wanted.equals(found)) {
                faults.add(new RowFault(RowFault.Kind.DIFFERENT, table, row));
            }
        }
    }

    private static Map<String, RecordedFact> bySequence(List<RecordedFact> recorded) {
        var all = new HashMap<String, RecordedFact>();
        recorded.forEach(fact -> all.put(String.valueOf(fact.sequence()), fact));
        return all;
    }

    private Map<String, Map<String, String>> expected(String caseId, List<RecordedFact> stored) {
        var rows = new TreeMap<String, Map<String, String>>();
        for (var rectangle : Rectangles.of(stored)) {
            var row = new TreeMap<String, String>();
            states.row(caseId, rectangle).forEach((column, value) -> row.put(column, text(value)));
            rows.put(key(row), row);
        }
        return rows;
    }

    private Map<String, Map<String, String>> actual(String caseId) {
        var rows = new TreeMap<String, Map<String, String>>();
        jdbc.sql("select * from reading.case_state where case_id = ?")
                .param(caseId)
                .query((ResultSet found) -> {
                    var row = row(found);
                    rows.put(key(row), row);
                });
        return rows;
    }

    private static Map<String, String> row(ResultSet found) throws SQLException {
        var row = new TreeMap<String, String>();
        var columns = found.getMetaData();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), text(found.getObject(i)));
        }
        return row;
    }

    private static String key(Map<String, String> row) {
        return row.get("occurred_from") + " / " + row.get("recorded_from");
    }

    /** The two drivers hand out different classes for the same thing. */
    private static String text(@Nullable Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return String.valueOf(value);
    }
}
