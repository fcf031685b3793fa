package io.doorstep.wiring;

import io.doorstep.access.AccessLog;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.identity.Passwords;
import io.doorstep.views.SavedViews;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts and tokens, and how their secrets are kept. */
@Configuration
class AccountWiring {
    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.thorough();
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new Accounts(jdbc, clock);
    }

    @Bean
    ApiTokens apiTokens(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new ApiTokens(jdbc, clock);
    }

    @Bean
    FirstAdministrator firstAdministrator(Accounts accounts, PasswordEncoder encoder) {
        return new FirstAdministrator(accounts, encoder);
    }

    @Bean
    SavedViews savedViews(JdbcClient jdbc, FactTables tables) {
        return new SavedViews(jdbc);
    }

    @Bean
    AccessLog accessLog(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new AccessLog(jdbc, clock);
    }
}
