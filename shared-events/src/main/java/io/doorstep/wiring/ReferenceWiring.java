package io.doorstep.wiring;

import io.doorstep.reference.ReferenceData;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Places, units, categories and officers. */
@Configuration
class ReferenceWiring {

    @Bean
    ReferenceData referenceData(DataSource database, StoreWiring.FactTables tables) {
        return new ReferenceData(database);
    }
}
