package io.doorstep.wiring;

import io.doorstep.files.FileStore;
import io.doorstep.nodes.NodeName;
import io.doorstep.store.Engine;
import io.doorstep.vault.ErasedKeys;
import io.doorstep.vault.KeyRotation;
import io.doorstep.vault.MasterKeys;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import io.doorstep.vault.VaultEndpoint;
import io.doorstep.vault.VaultKeeper;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault, opened with the master key of the configuration, after erased keys that a restore brought back are gone. */
@Configuration
class VaultWiring {

    private static final Logger LOG = LoggerFactory.getLogger(VaultWiring.class);

    @Bean
    MasterKeys masterKeys(Environment settings) {
        return new MasterKeySettings(settings).keys();
    }

    @Bean
    ErasedKeys erasedKeys(
            JdbcClient jdbc,
            Clock clock,
            FactTables tables,
            @Value("${doorstep.vault.erased-file:${doorstep.data:data}/erased-keys.log}") String file) {
        return new ErasedKeys(jdbc, Path.of(file), clock);
    }

    @Bean
    Vault vault(
            JdbcClient jdbc,
            Clock clock,
            MasterKeys masterKeys,
            ErasedKeys erasedKeys,
            PlatformTransactionManager transactions,
            Environment settings) {
        var vault = new Vault(jdbc, masterKeys, new MasterKeySettings(settings).cipher(), clock);
        var transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(step -> vault.unlock());
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            transaction.executeWithoutResult(step -> vault.unlock());
        }
        transaction.executeWithoutResult(step -> {
            var back = erasedKeys.reconcile();
            if (back > 0) {
                LOG.warn(
                        "{} erased keys had come back, with a restored database perhaps; they are destroyed again",
                        back);
            }
        });
        return vault;
    }

    @Bean
    KeyRotation keyRotation(
            JdbcClient jdbc,
            MasterKeys masterKeys,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions,
            NodeName node) {
        return new KeyRotation(jdbc, masterKeys, node.value(), clock, new TransactionTemplate(transactions));
    }

    @Bean
    VaultKeeper vaultKeeper(
            JdbcClient jdbc,
            DataSource database,
            ErasedKeys erasedKeys,
            KeyRotation rotation,
            PlatformTransactionManager transactions,
            @Value("${spring.datasource.url:}") String url) {
        return new VaultKeeper(
                jdbc, Engine.of(database), url, erasedKeys, rotation, new TransactionTemplate(transactions));
    }

    @Bean
    @ConditionalOnWebApplication
    VaultEndpoint vaultEndpoint(KeyRotation rotation) {
        return new VaultEndpoint(rotation);
    }

    @Bean
    FileStore fileStore(Environment settings) {
        return new AttachmentSettings(settings).store();
    }

    @Bean
    SealedFiles sealedFiles(Vault vault, FileStore store) {
        return new SealedFiles(store, vault);
    }
}
