package io.doorstep.proof.kept;

import io.doorstep.proof.Checkpoint;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 检查点簿。 Makes checkpoints of the ledger, signed, and keeps them; there is one for a size at most. */
public final class Checkpoints {

    private final JdbcClient jdbc;
    private final FactLedger ledger;
    private final LedgerKeys keys;
    private final Clock clock;

    public Checkpoints(JdbcClient jdbc, FactLedger ledger, LedgerKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    /** A checkpoint of all that is chained; the last one when nothing was chained since, empty while there is no fact. */
    public Optional<Checkpoint.Signed> make() {
        var head = ledger.head();
        if (head.size() == 0) {
            return Optional.empty();
        }
        return of(head.size()).or(() -> {
            var key = keys.signing();
            var made = new Checkpoint(
                    ledger.algorithm(),
                    head.size(),
                    ledger.tree().root(head.size()),
                    head.chain(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    key.id());
            var signed = new Checkpoint.Signed(made, key.sign(made.signedWords()));
            try {
                add(signed);
            } catch (DuplicateKeyException anotherNodeDid) {
                // which is as good
            }
            return of(head.size());
        });
    }

    public Optional<Checkpoint.Signed> of(long size) {
        return some("where size = " + size).stream().findFirst();
    }

    public Optional<Checkpoint.Signed> last() {
        return some("order by size desc limit 1").stream().findFirst();
    }

    /** The first that covers a position of the ledger. */
    public Optional<Checkpoint.Signed> covering(long position) {
        return some("where size > " + position + " order by size limit 1").stream()
                .findFirst();
    }

    /** All of them, or the latest, newest first. */
    public List<Checkpoint.Signed> latest(int most) {
        return some("order by size desc limit " + most);
    }

    private void add(Checkpoint.Signed signed) {
        var made = signed.checkpoint();
        jdbc.sql("insert into ledger_checkpoint (size, root, chain, at, key_id, signature) values (?, ?, ?, ?, ?, ?)")
                .params(
                        made.size(),
                        made.root(),
                        made.chain(),
                        made.at().atOffset(ZoneOffset.UTC),
                        made.keyId(),
                        signed.signature())
                .update();
    }

    private List<Checkpoint.Signed> some(String which) {
        return jdbc.sql("select size, root, chain, at, key_id, signature from ledger_checkpoint " + which)
                .query((row, n) -> new Checkpoint.Signed(
                        new Checkpoint(
                                ledger.algorithm(),
                                row.getLong("size"),
                                row.getBytes("root"),
                                row.getBytes("chain"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("key_id")),
                        row.getBytes("signature")))
                .list();
    }
}
