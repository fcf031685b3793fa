package io.doorstep.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** 转储。 A dump as the databases make it: BACKUP (zip) and SCRIPT (sql) of H2, plain pg_dump of PostgreSQL. */
final class Dump {

    private static final Pattern COPY = Pattern.compile("COPY (?:\\w+\\.)?(\\w+) \\((.+)\\) FROM stdin;");
    private static final int BATCH = 1000;

    /** The columns that a check reads, and what they are. */
    private static final Map<String, Map<String, String>> TABLES = Map.of(
            "aggregate_event_entry",
                    Map.of(
                            "global_index", "bigint primary key",
                            "identifier", "varchar",
                            "aggregate_type", "varchar",
                            "aggregate_identifier", "varchar",
                            "aggregate_sequence_number", "bigint",
                            "type", "varchar",
                            "version", "varchar",
                            "timestamp", "varchar",
                            "payload", "bytea",
                            "metadata", "bytea"),
            "fact_ledger",
                    Map.of(
                            "position",
                            "bigint primary key",
                            "global_index",
                            "bigint",
                            "leaf",
                            "bytea",
                            "chain",
                            "bytea"),
            "fact_ledger_start", Map.of("algorithm", "varchar"),
            "ledger_key", Map.of("public_key", "bytea", "made_at", "varchar"),
            "ledger_checkpoint",
                    Map.of(
                            "size", "bigint primary key",
                            "root", "bytea",
                            "chain", "bytea",
                            "at", "timestamp with time zone",
                            "key_id", "varchar",
                            "signature", "bytea"));

    private Dump() {}

    static Connection load(Path dump, Path scratch) throws SQLException, IOException {
        var database = "jdbc:h2:file:" + scratch.resolve("doorstep");
        byte[] begin;
        try (var in = Files.newInputStream(dump)) {
            begin = in.readNBytes(2);
        }
        if (Arrays.equals(begin, new byte[] {'P', 'K'})) {
            unzip(dump, scratch);
            return DriverManager.getConnection(database, "sa", "");
        }
        var connection = DriverManager.getConnection(database, "sa", "");
        if (isOfPostgres(dump)) {
            try (var lines = Files.newBufferedReader(dump)) {
                copy(lines, connection);
            }
        } else {
            try (var script = connection.prepareStatement("runscript from ?")) {
                script.setString(1, dump.toString());
                script.execute();
            }
        }
        return connection;
    }

    private static void unzip(Path dump, Path scratch) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(dump))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    Files.copy(zip, scratch.resolve("doorstep.mv.db"));
                }
            }
        }
    }

    private static boolean isOfPostgres(Path dump) throws IOException {
        try (var lines = Files.lines(dump, StandardCharsets.UTF_8)) {
            return lines.limit(10).anyMatch(line -> line.contains("PostgreSQL database dump"));
        }
    }

    private static void copy(BufferedReader lines, Connection connection) throws IOException, SQLException {
        for (var table : TABLES.entrySet()) {
            var columns = table.getValue().entrySet().stream()
                    .map(column -> quoted(column.getKey()) + " " + column.getValue())
                    .toList();
            execute(connection, "create table " + table.getKey() + " (" + String.join(", ", columns) + ")");
        }
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var begin = COPY.matcher(line);
            if (begin.matches() && TABLES.containsKey(begin.group(1))) {
                rows(lines, connection, begin.group(1), begin.group(2));
            }
        }
    }

    private static void rows(BufferedReader lines, Connection connection, String table, String columns)
            throws IOException, SQLException {
        var kinds = TABLES.getOrDefault(table, Map.of());
        var there =
                Pattern.compile(", ").splitAsStream(columns.replace("\"", "")).toList();
        var wanted = there.stream().filter(kinds::containsKey).toList();
        var insert = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", wanted.stream().map(Dump::quoted).toList()),
                        String.join(", ", wanted.stream().map(name -> "?").toList()));
        try (var statement = connection.prepareStatement(insert)) {
            var waiting = 0;
            for (var line = lines.readLine(); line != null && !"\\.".equals(line); line = lines.readLine()) {
                fill(statement, Pattern.compile("\t").splitAsStream(line).toList(), there, wanted, kinds);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void fill(
            PreparedStatement statement,
            List<String> values,
            List<String> there,
            List<String> wanted,
            Map<String, String> kinds)
            throws SQLException {
        for (var i = 0; i < wanted.size(); i++) {
            var name = wanted.get(i);
            var value = values.get(there.indexOf(name));
            if ("\\N".equals(value)) {
                statement.setString(i + 1, null);
            } else if ("bytea".equals(kinds.get(name))) {
                // as pg_dump writes bytes: \\x and hex digits
                statement.setBytes(i + 1, HexFormat.of().parseHex(value.substring("\\\\x".length())));
            } else {
                statement.setString(i + 1, unescaped(value));
            }
        }
    }

    private static String unescaped(String value) {
        return value.indexOf('\\') < 0
                ? value
                : value.replace("\\t", "\t")
                        .replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\\\", "\\");
    }

    /** In capitals, as H2 keeps names that nobody quotes. */
    private static String quoted(String name) {
        return '"' + name.toUpperCase(java.util.Locale.ROOT) + '"';
    }

    private static void execute(Connection connection, String words) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(words);
        }
    }
}
