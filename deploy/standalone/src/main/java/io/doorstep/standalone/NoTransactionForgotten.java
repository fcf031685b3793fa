package io.doorstep.standalone;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * 不留悬空事务。 Has PostgreSQL end a transaction in which nothing has happened for twenty seconds: a process that stands still in the middle of
 * one, or a machine that is gone, would keep the turn to append, and all readers behind it, for as long (docs/decisions/0047).
 */
final class NoTransactionForgotten implements EnvironmentPostProcessor {

    private static final String PROPERTY = "spring.datasource.hikari.connection-init-sql";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "no transaction forgotten",
                            Map.of(PROPERTY, "set idle_in_transaction_session_timeout = '20s'")));
        }
    }
}
