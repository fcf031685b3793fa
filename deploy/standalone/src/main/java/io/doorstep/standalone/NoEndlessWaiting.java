package io.doorstep.standalone;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * 不无限等待。 Has PostgreSQL end a transaction in which nothing has happened for twenty seconds: a process that stands still in the middle of
 * one, or a machine that is gone, would keep the turn to append, and all readers behind it, for as long. An answer that has not come within five
 * minutes is not waited for any longer (docs/decisions/0047).
 */
final class NoEndlessWaiting implements EnvironmentPostProcessor {

    private static final String AT_FIRST = "spring.datasource.hikari.connection-init-sql";
    private static final String OF_CONNECTIONS = "spring.datasource.hikari.data-source-properties.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "no endless waiting",
                            Map.of(
                                    AT_FIRST,
                                    "set idle_in_transaction_session_timeout = '20s'",
                                    // a line that stands still would hold whoever asks for ever
                                    OF_CONNECTIONS + "socketTimeout",
                                    "300",
                                    OF_CONNECTIONS + "connectTimeout",
                                    "10",
                                    OF_CONNECTIONS + "tcpKeepAlive",
                                    "true")));
        }
    }
}
