package io.doorstep.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** 打开的历史。 The database to check, opened for reading; a dump is loaded into one that is thrown away afterwards. */
final class Opened implements AutoCloseable {

    private final Connection connection;
    private final Path thrownAway;

    private Opened(Connection connection, Path thrownAway) {
        this.connection = connection;
        this.thrownAway = thrownAway;
    }

    static Opened of(Options options) throws SQLException, IOException {
        var scratch = Files.createTempDirectory("doorstep-verifier");
        try {
            return new Opened(connect(options, scratch), scratch);
        } catch (SQLException | IOException | RuntimeException failure) {
            delete(scratch);
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        delete(thrownAway);
    }

    private static Connection connect(Options options, Path scratch) throws SQLException, IOException {
        if (options.one("dump").isPresent()) {
            return Dump.load(Path.of(options.one("dump").orElseThrow()), scratch);
        }
        if (options.one("data").isPresent()) {
            // a copy, because an embedded database cannot be opened twice and must not be changed by looking at it
            var file = Path.of(options.one("data").orElseThrow()).resolve("doorstep.mv.db");
            Files.copy(file, scratch.resolve("doorstep.mv.db"));
            return DriverManager.getConnection("jdbc:h2:file:" + scratch.resolve("doorstep"), "sa", "");
        }
        var connection = DriverManager.getConnection(
                options.one("database").orElseThrow(() -> new IllegalArgumentException("--database")),
                options.one("user").orElse("sa"),
                // never on the command line, where everybody on the machine can read it
                System.getenv().getOrDefault("DOORSTEP_DB_PASSWORD", ""));
        connection.setReadOnly(true);
        return connection;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
