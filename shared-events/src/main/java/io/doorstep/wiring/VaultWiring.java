package io.doorstep.wiring;

import io.doorstep.vault.MasterKey;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault, opened with the master key of the configuration. */
@Configuration
class VaultWiring {

    @Bean
    Vault vault(
            JdbcClient jdbc,
            Clock clock,
            FactTables tables,
            PlatformTransactionManager transactions,
            @Value("${doorstep.vault.master-key}") String masterKey) {
        var vault = new Vault(jdbc, MasterKey.ofBase64(masterKey), clock);
        new TransactionTemplate(transactions).executeWithoutResult(step -> vault.unlock());
        return vault;
    }

    @Bean
    SealedFiles sealedFiles(
            Vault vault, @Value("${doorstep.attachments.folder:${doorstep.data:data}/attachments}") String folder) {
        return new SealedFiles(Path.of(folder), vault);
    }
}
