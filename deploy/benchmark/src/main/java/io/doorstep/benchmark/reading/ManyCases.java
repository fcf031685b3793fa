package io.doorstep.benchmark.reading;

import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import io.doorstep.benchmark.product.DoorstepCases;
import io.doorstep.reference.Place;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * 许多案件。 Some cases lived through the product, of each length of life, and their rows of the reading tables copied many times over: other
 * ids and numbers, spread over three years, all places and units; of ten that are older than three months nine are closed out.
 */
final class ManyCases {
    private static final int DAYS = 1_000;
    private static final int RECENT = 90;
    private static final int CHUNK = 20_000;
    private static final List<String> TABLES = List.of("case_state", "fact", "visit", "duty");

    private final DataSource database;
    private final boolean h2;
    private final List<List<UUID>> lived = new ArrayList<>();

    ManyCases(DataSource database, boolean h2) {
        this.database = database;
        this.h2 = h2;
    }

    /** One of those that went through the product and was closed out. */
    String one() {
        return lived.get(lived.size() - 1).get(0).toString();
    }

    void live(DoorstepCases product, int each) throws InterruptedException {
        for (var steps = 1; steps <= Step.values().length; steps++) {
            var ofThisLength = new ArrayList<UUID>();
            for (var n = 0; n < each; n++) {
                var life = Life.random();
                for (var step : List.of(Step.values()).subList(0, steps)) {
                    product.take(step, life);
                }
                ofThisLength.add(life.id());
            }
            lived.add(ofThisLength);
        }
        product.settle();
    }

    void copy(ReferenceData reference, int cases) throws SQLException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var places = reference.places(null, today).stream()
                .filter(place -> place.code().length() > 6)
                .toList();
        var units = reference.units(null, today);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "create table copy_of_case (n int primary key, source varchar(64), id varchar(64),"
                            + " days int, place varchar(64), place_path varchar(400), unit varchar(64), unit_path varchar(400))");
            for (var from = 0; from < cases; from += CHUNK) {
                var to = Math.min(cases, from + CHUNK);
                plan(connection, from, to, cases, places, units);
                for (var table : TABLES) {
                    execute(connection, copying(connection, table) + " where c.n >= " + from + " and c.n < " + to);
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            execute(connection, h2 ? "analyze" : "vacuum analyze");
        }
    }

    private void plan(Connection connection, int from, int to, int cases, List<Place> places, List<Unit> units)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into copy_of_case values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var n = from; n < to; n++) {
                var days = (int) ((long) (cases - n) * DAYS / cases);
                var sources = lived.get(days > RECENT && n % 10 != 0 ? lived.size() - 1 : n / 10 % lived.size());
                var place = places.get(n % places.size());
                var unit = units.get(n % units.size());
                insert.setInt(1, n);
                insert.setString(2, sources.get(n % sources.size()).toString());
                insert.setString(3, UUID.randomUUID().toString());
                insert.setInt(4, days);
                insert.setString(5, place.code());
                insert.setString(6, place.path());
                insert.setString(7, unit.id());
                insert.setString(8, unit.path());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String copying(Connection connection, String table) throws SQLException {
        var columns = columns(connection, table);
        return "insert into reading_a." + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + columns.entrySet().stream()
                        .map(column -> copied(column.getKey(), column.getValue()))
                        .collect(Collectors.joining(", "))
                + " from reading_a." + table + " s join copy_of_case c on c.source = s.case_id";
    }

    private static Map<String, Integer> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("select * from reading_a." + table + " where 1 = 0")) {
            var described = none.getMetaData();
            Map<String, Integer> columns = new TreeMap<>();
            for (var n = 1; n <= described.getColumnCount(); n++) {
                columns.put(described.getColumnName(n), described.getColumnType(n));
            }
            return columns;
        }
    }

    private static String copied(String column, int type) {
        return switch (column.toLowerCase(Locale.ROOT)) {
            case "case_id" -> "c.id";
            case "number" -> "substring(s.number from 1 for 12) || cast(1000000 + c.n as varchar(10))";
            case "place" -> "c.place";
            case "place_path" -> "c.place_path";
            case "unit" -> "case when s.unit is null then null else c.unit end";
            case "unit_path" -> "case when s.unit_path is null then null else c.unit_path end";
            default ->
                switch (type) {
                    case Types.DATE -> earlier(column, "date");
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                        earlier(column, "timestamp(6) with time zone");
                    default -> "s." + column;
                };
        };
    }

    /** What has no end has none in the copy. */
    private static String earlier(String column, String type) {
        return "case when extract(year from s." + column + ") > 9000 then s." + column + " else cast(s." + column
                + " - c.days * interval '1' day as " + type + ") end";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
