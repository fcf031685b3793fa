package io.doorstep.wiring;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.CopiesFolder;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeeper;
import io.doorstep.proof.kept.LedgerKeeper.Rhythm;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.proof.kept.RecordProofs;
import io.doorstep.proof.kept.Sections;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.store.AppendOrder;
import io.doorstep.vault.Vault;
import io.doorstep.wiring.StoreWiring.FactTables;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of facts, its checkpoints and its checks. */
@Configuration
class ProofWiring {

    @Bean
    FactLedger factLedger(
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            FactTables tables,
            @Value("${doorstep.store.append-order:lock}") String order,
            @Value("${doorstep.proof.hash:sha-256}") String hash) {
        return new FactLedger(
                database,
                new TransactionTemplate(transactions),
                AppendOrder.valueOf(order.toUpperCase(Locale.ROOT)),
                algorithm(hash),
                clock);
    }

    @Bean
    LedgerKeys ledgerKeys(
            JdbcClient jdbc, Vault vault, FactLedger ledger, PlatformTransactionManager transactions, Clock clock) {
        return new LedgerKeys(jdbc, vault, ledger.algorithm(), new TransactionTemplate(transactions), clock);
    }

    @Bean
    Checkpoints checkpoints(JdbcClient jdbc, FactLedger ledger, LedgerKeys keys, Clock clock) {
        return new Checkpoints(jdbc, ledger, keys, clock);
    }

    @Bean
    Sections sections(JdbcClient jdbc, Checkpoints checkpoints, LedgerKeys keys) {
        return new Sections(jdbc, checkpoints, keys);
    }

    @Bean
    RecordProofs recordProofs(JdbcClient jdbc, FactLedger ledger, Checkpoints checkpoints) {
        return new RecordProofs(jdbc, ledger, checkpoints);
    }

    @Bean
    CheckpointPost checkpointPost(JdbcClient jdbc, Clock clock, FactTables tables, MeterRegistry meters) {
        var post = new CheckpointPost(jdbc, clock);
        Gauge.builder("doorstep.proof.post.parked", post, CheckpointPost::parked)
                .description("checkpoints that could not be sent to a second place and wait for a person")
                .register(meters);
        return post;
    }

    @Bean
    CheckBook checkBook(JdbcClient jdbc, PlatformTransactionManager transactions, FactTables tables) {
        return new CheckBook(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SelfCheck selfCheck(
            DataSource database,
            FactLedger ledger,
            Checkpoints checkpoints,
            LedgerKeys keys,
            CheckBook book,
            Clock clock,
            MeterRegistry meters) {
        Gauge.builder("doorstep.proof.findings", book, CheckBook::found)
                .description("findings of the last check of the whole history; not a number before the first")
                .register(meters);
        return new SelfCheck(database, ledger, checkpoints, keys, book, clock);
    }

    @Bean
    LedgerKeeper ledgerKeeper(
            FactLedger ledger,
            Checkpoints checkpoints,
            Sections sections,
            SelfCheck check,
            CheckBook book,
            Clock clock,
            @Value("${doorstep.proof.every:PT1S}") Duration look,
            @Value("${doorstep.proof.checkpoint-every:PT24H}") Duration checkpoint,
            @Value("${doorstep.proof.first-check-after:PT10M}") Duration firstCheck,
            @Value("${doorstep.proof.check-every:PT24H}") Duration checkEvery,
            @Value("${doorstep.proof.copies:}") String copies) {
        Optional<CopiesFolder> folder =
                copies.isBlank() ? Optional.empty() : Optional.of(new CopiesFolder(Path.of(copies), sections));
        return new LedgerKeeper(
                ledger, checkpoints, folder, check, book, new Rhythm(look, checkpoint, firstCheck, checkEvery), clock);
    }

    private static HashAlgorithm algorithm(String hash) {
        return switch (hash.toLowerCase(Locale.ROOT)) {
            case "sha-256" -> HashAlgorithm.SHA_256;
            case "sm3" -> HashAlgorithm.SM3;
            default -> throw new IllegalArgumentException("doorstep.proof.hash is sha-256 or sm3, not " + hash);
        };
    }
}
