package io.doorstep.vault;

import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 更换主密钥。 Wraps every key anew under the next master key, while the office runs. Each node says which master keys it knows;
 * only when all of them know the next one is it put to use, and from then on any node goes on with what is left.
 */
public class KeyRotation {

    private static final int BATCH = 500;
    private static final Duration SILENT = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final SubjectKeys keys;
    private final String node;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public KeyRotation(JdbcClient jdbc, MasterKeys masters, String node, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.keys = new SubjectKeys(jdbc, masters, clock);
        this.node = node;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * How far it is.
     *
     * @param next the other master key that this node knows; null when there is none
     * @param remaining keys that are still wrapped by another than the current one
     * @param nodesWithoutNext nodes that run and do not know it
     */
    public record State(
            String current, @Nullable String next, long keys, long remaining, List<String> nodesWithoutNext) {}

    public State state() {
        var current = keys.currentMaster();
        var next = masters.other(current).map(KeyWrapping::id).orElse(null);
        return new State(
                current,
                next,
                jdbc.sql("select count(*) from vault.subject_key")
                        .query(Long.class)
                        .single(),
                remaining(current),
                next == null ? List.of() : without(next));
    }

    /** Puts the next master key to use and wraps all keys under it; asked again, goes on with what is left. */
    public State rotate() {
        var before = state();
        var next = before.next();
        if (next != null && !wasInUse(next)) {
            if (!before.nodesWithoutNext().isEmpty()) {
                throw new Named(HttpStatus.CONFLICT, "NODE_WITHOUT_NEXT_MASTER_KEY");
            }
            transaction.executeWithoutResult(step -> keys.use(masters.byId(next)));
        } else if (next == null && before.remaining() == 0) {
            throw new Named(HttpStatus.CONFLICT, "NO_NEXT_MASTER_KEY");
        }
        goOn();
        return state();
    }

    /** Wraps what is not yet wrapped by the current master key, as far as this node knows the other one. */
    public void goOn() {
        var current = keys.currentMaster();
        while (remaining(current) > 0 && batch(current) > 0) {
            // until nothing is left
        }
    }

    /** This node runs and knows its master keys; nodes that were not seen for a day are forgotten. */
    public void present() {
        transaction.executeWithoutResult(step -> {
            var now = clock.instant();
            jdbc.sql("delete from vault.node_master_key where node = ? or seen_at < ?")
                    .params(node, now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                    .update();
            masters.ids()
                    .forEach(
                            id -> jdbc.sql("insert into vault.node_master_key (node, key_id, seen_at) values (?, ?, ?)")
                                    .params(node, id, now.atOffset(ZoneOffset.UTC))
                                    .update());
        });
    }

    /** An orderly stop: nobody has to wait for this node any more. */
    public void absent() {
        jdbc.sql("delete from vault.node_master_key where node = ?").param(node).update();
    }

    private boolean wasInUse(String master) {
        return jdbc.sql("select count(*) from vault.master_key where key_id = ?")
                        .param(master)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long remaining(String current) {
        return jdbc.sql("select count(*) from vault.subject_key where wrapped_by is null or wrapped_by <> ?")
                .param(current)
                .query(Long.class)
                .single();
    }

    private List<String> without(String next) {
        OffsetDateTime since = clock.instant().minus(SILENT).atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select distinct n.node from vault.node_master_key n where n.seen_at > ?
                        and not exists (select 1 from vault.node_master_key k where k.node = n.node and k.key_id = ?)
                        order by n.node
                        """).params(since, next).query(String.class).list();
    }

    private static final class Wrapped {
        final String keyId;
        final byte[] wrapped;
        final @Nullable String by;

        Wrapped(String keyId, byte[] wrapped, @Nullable String by) {
            this.keyId = keyId;
            this.wrapped = wrapped;
            this.by = by;
        }
    }

    /** One transaction; a key that was destroyed meanwhile stays so. */
    private int batch(String current) {
        var master = masters.byId(current);
        Integer done = transaction.execute(step -> {
            var some = jdbc.sql("""
                            select key_id, wrapped, wrapped_by from vault.subject_key
                            where wrapped_by is null or wrapped_by <> ? order by key_id fetch first ? rows only
                            """)
                    .params(current, BATCH)
                    .query((row, n) -> new Wrapped(row.getString(1), row.getBytes(2), row.getString(3)))
                    .list();
            var changed = 0;
            for (var one : some) {
                changed += jdbc.sql("""
                                update vault.subject_key set wrapped = ?, wrapped_by = ?
                                where key_id = ? and (wrapped_by is null or wrapped_by <> ?)
                                """)
                        .params(master.wrap(masters.unwrap(one.wrapped, one.by)), current, one.keyId, current)
                        .update();
            }
            return some.isEmpty() ? 0 : Math.max(1, changed);
        });
        return done == null ? 0 : done;
    }
}
