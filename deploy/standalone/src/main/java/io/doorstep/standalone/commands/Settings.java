package io.doorstep.standalone.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** 设置。 The same settings as the office has, from the same places, without starting it and without making a master key. */
final class Settings {

    private final ConfigurableEnvironment environment;

    /** A setting that a command cannot do without. */
    static final class Missing extends RuntimeException {
        private Missing(String name) {
            super(name);
        }
    }

    private Settings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static Settings of(String... words) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(words));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        quiet(environment);
        return new Settings(environment);
    }

    /** What libraries have to say besides is not for whoever sits in front of a command. */
    private static void quiet(ConfigurableEnvironment environment) {
        var logging = LoggingSystem.get(Settings.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new Missing("--" + name + "=…"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    Path file(String name) {
        return Path.of(get(name));
    }

    String version() {
        return find("doorstep.version").orElse("");
    }

    Path data() {
        return file("doorstep.data");
    }

    /** The database that the office would start on. */
    HikariDataSource database() {
        return database(
                get("spring.datasource.url"),
                find("spring.datasource.username").orElse(""),
                find("spring.datasource.password").orElse(""));
    }

    static HikariDataSource database(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    /** The register of erased keys as it is today; empty when there is none where the office keeps it. */
    Optional<Path> register() {
        var file = Path.of(find("doorstep.vault.erased-file")
                .orElseGet(() -> data().resolve("erased-keys.log").toString()));
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
