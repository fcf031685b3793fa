package io.doorstep.proof.kept;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.SigningKey;
import io.doorstep.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 签名密钥库。 The keys that checkpoints are signed with; the private halves lie sealed by the vault, so that the database alone signs nothing. */
public final class LedgerKeys {

    private static final String SUBJECT = "ledger.signing-key";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final HashAlgorithm algorithm;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public LedgerKeys(
            JdbcClient jdbc, Vault vault, HashAlgorithm algorithm, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.algorithm = algorithm;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key that signs now; made when there is none yet, or a restored vault does not open the last one any more. */
    public SigningKey signing() {
        var signing = transaction.execute(step -> {
            FactLedger.waitForTurn(jdbc);
            return latest().orElseGet(this::make);
        });
        if (signing == null) {
            throw new IllegalStateException("no key to sign with");
        }
        return signing;
    }

    /** The key that signs now, if there is one: makes none and waits for nobody. */
    public Optional<SigningKey> latest() {
        return jdbc.sql("select public_key, private_key from ledger_key order by made_at desc limit 1")
                .query((row, n) -> opened(row.getBytes(1), row.getBytes(2)))
                .optional()
                .flatMap(known -> known);
    }

    /** Every key that ever signed, to check with. */
    public List<SigningKey> known() {
        return jdbc.sql("select public_key from ledger_key order by made_at")
                .query((row, n) -> new SigningKey(algorithm, row.getBytes(1)))
                .list();
    }

    private Optional<SigningKey> opened(byte[] publicKey, byte[] sealed) {
        return vault.openBytes(SUBJECT, sealed).map(opened -> new SigningKey(algorithm, publicKey, opened));
    }

    private SigningKey make() {
        var pair = SigningKey.make(algorithm);
        var made = new SigningKey(
                algorithm, pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        jdbc.sql("insert into ledger_key (key_id, public_key, private_key, made_at) values (?, ?, ?, ?)")
                .params(
                        made.id(),
                        made.publicKey(),
                        vault.sealBytes(SUBJECT, pair.getPrivate().getEncoded()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return made;
    }
}
