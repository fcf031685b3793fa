package io.doorstep.proof.kept;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.Migration;
import io.doorstep.testing.SetClock;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 试验库。 A store with facts of several subjects, its ledger and its checkpoints. */
public final class Recorded {

    private static final String INSERT = """
            insert into aggregate_event_entry (identifier, aggregate_type, aggregate_identifier,
                aggregate_sequence_number, type, version, timestamp, payload, metadata)
            values (?, 'Case', ?, ?, 'io.doorstep.events.cases.ProgressNoted', '1', ?, ?, ?)
            """;

    public final DataSource database;
    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final SetClock clock = new SetClock(Instant.parse("2026-11-22T04:00:00Z"));
    public final FactLedger ledger;
    public final LedgerKeys keys;
    public final Checkpoints checkpoints;
    private long written;

    public Recorded(DataSource database, AppendOrder order, HashAlgorithm algorithm) {
        Migration.ofFacts(database);
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.ledger = new FactLedger(database, transaction, order, algorithm, clock);
        var vault = new Vault(jdbc, MasterKey.ofBase64("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="), clock);
        transaction.executeWithoutResult(step -> vault.unlock());
        this.keys = new LedgerKeys(jdbc, vault, ledger.algorithm(), transaction, clock);
        this.checkpoints = new Checkpoints(jdbc, ledger, keys, clock);
    }

    public static Recorded in(DataSource database) {
        return new Recorded(database, AppendOrder.LOCK, HashAlgorithm.SHA_256);
    }

    /** Records facts of seven cases in turn. */
    public Recorded facts(int count) {
        transaction.executeWithoutResult(step -> {
            for (var i = 0; i < count; i++) {
                add("case-" + written % 7, written / 7);
                written++;
            }
        });
        return this;
    }

    public void add(String subject, long number) {
        jdbc.sql(INSERT)
                .params(
                        UUID.randomUUID().toString(),
                        subject,
                        number,
                        "2026-11-22T04:00:00." + (100 + number % 900) + "Z",
                        "{\"text\":{\"k\":\"key\",\"c\":\"ciphertext %d\"}}"
                                .formatted(number)
                                .getBytes(StandardCharsets.UTF_8),
                        "{\"actor\":\"officer\"}".getBytes(StandardCharsets.UTF_8))
                .update();
    }
}
