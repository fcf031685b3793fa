package io.doorstep.wiring;

import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both sides know of imports. */
@Configuration
class LedgerWiring {

    @Bean
    FailedRows failedRows(JdbcClient jdbc, Vault vault) {
        return new FailedRows(jdbc, vault);
    }

    @Bean
    KeptMappings keptMappings(JdbcClient jdbc, Vault vault) {
        return new KeptMappings(jdbc, vault);
    }
}
