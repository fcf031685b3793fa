package io.doorstep.wiring;

import io.doorstep.identity.device.Devices;
import io.doorstep.vault.Vault;
import io.doorstep.visits.OfficeKey;
import io.doorstep.visits.Packs;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Telephones on visits, and what they take along. */
@Configuration
class VisitWiring {

    @Bean
    Devices devices(JdbcClient jdbc, Clock clock, FactTables tables) {
        return new Devices(jdbc, clock);
    }

    @Bean
    OfficeKey officeKey(JdbcClient jdbc, Vault vault, Clock clock) {
        return new OfficeKey(jdbc, vault, clock);
    }

    @Bean
    Packs packs(JdbcClient jdbc, Clock clock, @Value("${doorstep.visits.keep-days:10}") int keepDays) {
        if (keepDays < 1 || keepDays > 60) {
            throw new IllegalArgumentException("doorstep.visits.keep-days must be between 1 and 60");
        }
        return new Packs(jdbc, clock, Duration.ofDays(keepDays));
    }
}
