package io.doorstep.standalone.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** 可停可启的数据库。 A PostgreSQL that is stopped and started again on the same files and port. */
final class Database {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    Database(Path data) throws IOException {
        this.data = data;
        this.port = Office.freePort();
        this.server = started(data, port);
    }

    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    void restart() throws IOException {
        stop();
        start();
    }

    void start() throws IOException {
        server = started(data, port);
    }

    void stop() throws IOException {
        server.close();
    }

    int port() {
        return port;
    }

    String[] settings() {
        return settings(port, "");
    }

    /** The same for those who reach it through another port, with a parameter of the connection. */
    String[] settings(int through, String parameter) {
        return new String[] {
            "--spring.datasource.url=jdbc:postgresql://localhost:" + through + "/postgres?" + parameter,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }
}
