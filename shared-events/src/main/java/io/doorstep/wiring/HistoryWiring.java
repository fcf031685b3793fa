package io.doorstep.wiring;

import io.doorstep.history.HistoryImport;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A history that is brought in, before anything reads or writes. */
@Configuration
class HistoryWiring {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWiring.class);

    /** Says that a history came in. */
    record Imported(long facts) {}

    @Bean
    @ConditionalOnProperty("doorstep.history.import")
    Imported importedHistory(
            DataSource database,
            PlatformTransactionManager transactions,
            FactTables tables,
            @Value("${doorstep.history.import}") String file) {
        var imported =
                new Imported(new HistoryImport(database, new TransactionTemplate(transactions)).read(Path.of(file)));
        LOG.info("a history of {} facts came in", imported.facts());
        return imported;
    }
}
