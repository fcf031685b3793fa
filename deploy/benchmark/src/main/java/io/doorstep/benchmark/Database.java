package io.doorstep.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** 数据库。 Where a contestant keeps its cases, with the settings of the product. */
public record Database(String url, String user) {
    /** As in the product's application.properties. */
    private static final int CONNECTIONS = 20;

    /** What the product's H2 runs with: nothing acknowledged is lost by kill -9. */
    public static Database h2(String file) {
        return new Database("jdbc:h2:file:" + file + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE", "sa");
    }

    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    public HikariDataSource open() {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }
}
