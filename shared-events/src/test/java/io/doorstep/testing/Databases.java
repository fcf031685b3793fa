package io.doorstep.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * 真数据库。 A fresh, empty database on each of the two engines; one PostgreSQL server serves the whole test run.
 *
 * <p>That server does not sync its disk; tests of durability start their own.
 *
 * <p>Use as {@code @ParameterizedTest @MethodSource("io.doorstep.testing.Databases#both")} or ask for {@link #h2()} and
 * {@link #postgres()} by name.
 */
public final class Databases {

    private static @Nullable EmbeddedPostgres server;

    private Databases() {}

    public static Stream<DataSource> both() {
        return Stream.of(h2(), postgres());
    }

    public static DataSource h2() {
        return pool(h2Url(), "sa", "");
    }

    public static String h2Url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0;LOCK_TIMEOUT=10000";
    }

    public static DataSource postgres() {
        return pool(postgresUrl(), "postgres", "postgres");
    }

    /** URL of a fresh database on the embedded server; user and password are {@code postgres}. */
    public static synchronized String postgresUrl() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = running().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return running().getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres running() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    private static DataSource pool(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(12);
        return pool;
    }
}
