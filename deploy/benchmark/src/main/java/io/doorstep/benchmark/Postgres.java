package io.doorstep.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL 服务器。 One for a run, with a database for each contestant; as durable as an operator's. */
public final class Postgres implements AutoCloseable {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final Path folder;

    public Postgres(Path folder) throws IOException, SQLException {
        this.folder = folder;
        var builder = EmbeddedPostgres.builder().setDataDirectory(folder).setServerConfig("shared_buffers", "256MB");
        // servers for tests forget to write to the disk, unless they are told
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        this.server = builder.start();
        for (var setting : DURABLE) {
            if (!ask("show " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is not on");
            }
        }
    }

    public Database database(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Database(server.getJdbcUrl("postgres", name), "postgres");
    }

    /** Processor time of the server so far, all its processes together. */
    Duration cpu() throws IOException {
        var first = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
        var server = ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String ask(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
