package io.doorstep.wiring;

import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.ReferenceLoading;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Places, units, categories and officers. */
@Configuration
class ReferenceWiring {

    @Bean
    ReferenceData referenceData(DataSource database, StoreWiring.FactTables tables) {
        return new ReferenceData(database);
    }

    @Bean
    ReferenceLoading referenceLoading(
            DataSource database,
            PlatformTransactionManager transactions,
            ReferenceData data,
            Clock clock,
            ZoneId officeZone) {
        return new ReferenceLoading(database, transactions, data, clock.withZone(officeZone));
    }
}
