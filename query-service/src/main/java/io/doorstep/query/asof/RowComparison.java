package io.doorstep.query.asof;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 逐行核对。 Compares the rows of one case with those that its facts make, table by table and column by column. */
public final class RowComparison {

    /** The tables that are folded from facts, each with the columns that tell its rows of one case apart. */
    static final Map<String, List<String>> COMPARED = compared();

    /** All others of the schema, and why nothing is to be compared. */
    static final Map<String, String> NOT_OF_FACTS = Map.of(
            "token_entry", "how far the facts were read: compared with the store by the lag",
            "dead_letter_entry", "facts that could not be read: counted and named by the dead letters",
            "flyway_schema_history", "which migrations were run");

    private static final String UNDATED = "1900-01-01";
    private static final List<String> DATES = List.of("first_day", "last_day");

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
        var expected = expected(caseId, stored);
        COMPARED.forEach((table, keys) -> {
            if (!table.equals("fact")) {
                var wanted = keyed(expected, table, keys);
                compare(table, wanted, withDates(actual(table, keys, caseId), wanted), faults);
            }
        });
        return faults;
    }

    /** Rows of a version that knew no dates have the widest, which is right as well. */
    private static Map<String, Map<String, String>> withDates(
            Map<String, Map<String, String>> actual, Map<String, Map<String, String>> wanted) {
        actual.forEach((key, row) -> {
            if (UNDATED.equals(row.get("first_day")) && wanted.containsKey(key)) {
                DATES.forEach(column -> row.put(column, wanted.get(key).get(column)));
            }
        });
        return actual;
    }

    private static Map<String, List<String>> compared() {
        var all = new TreeMap<String, List<String>>();
        all.put("fact", List.of("sequence"));
        all.put("case_state", List.of("occurred_from", "recorded_from"));
        all.put("duty", List.of("clock"));
        BesideTables.TABLES.forEach((table, key) -> all.put(table, List.of("occurred_from", "recorded_from", key)));
        return all;
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

    /** The rows that the facts make, of all tables. */
    private List<TableRow> expected(String caseId, List<RecordedFact> stored) {
        var rows = new ArrayList<TableRow>();
        var changes = Rectangles.changes(stored);
        for (var rectangle : Rectangles.spread(changes)) {
            rows.add(new TableRow("case_state", states.row(caseId, rectangle)));
            rows.addAll(states.beside(caseId, rectangle));
        }
        Map<String, DutyRow> duties = Map.of();
        for (var i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var state = change.forever();
            if (state.isPresent()) {
                duties = DutyRow.after(duties, state.get(), stored.get(i), change.recordedAt(), states.deadlines());
            }
        }
        for (var duty : duties.values()) {
            rows.add(new TableRow("duty", duty.columns(caseId)));
        }
        return rows;
    }

    private static Map<String, Map<String, String>> keyed(List<TableRow> rows, String table, List<String> keys) {
        var all = new TreeMap<String, Map<String, String>>();
        for (var one : rows) {
            if (one.table().equals(table)) {
                var row = one.texts(RowComparison::text);
                all.put(key(row, keys), row);
            }
        }
        return all;
    }

    private Map<String, Map<String, String>> actual(String table, List<String> keys, String caseId) {
        var rows = new TreeMap<String, Map<String, String>>();
        jdbc.sql("select * from " + table + " where case_id = ?").param(caseId).query((ResultSet found) -> {
            var row = row(found);
            rows.put(key(row, keys), row);
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

    private static String key(Map<String, String> row, List<String> keys) {
        return keys.stream().map(row::get).collect(Collectors.joining(" / "));
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
        if (value instanceof byte[] detail) {
            // whatever the form that a version wrote it in
            return CaseJson.read(detail).toString();
        }
        return String.valueOf(value);
    }
}
