package io.doorstep.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 密钥表。 The keys of the subjects, wrapped; which master key wraps new ones is on record beside them, one for all nodes. */
final class SubjectKeys {

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;

    SubjectKeys(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
    }

    /** The key of that id; empty when it was never made, or destroyed. */
    Optional<byte[]> find(String keyId) {
        var hand = KeysInHand.current();
        return hand == null ? lookUp(keyId) : hand.keys.computeIfAbsent(keyId, this::lookUp);
    }

    /** Looks all these up at once, for the transaction that this thread is in. */
    void takeInHand(Collection<String> keyIds) {
        var hand = KeysInHand.take();
        keyIds.forEach(keyId -> hand.keys.put(keyId, Optional.empty()));
        jdbc.sql("select key_id, wrapped, wrapped_by from vault.subject_key where key_id in (:ids)")
                .param("ids", keyIds)
                .query((RowCallbackHandler) row -> hand.keys.put(
                        row.getString(1), Optional.of(masters.unwrap(row.getBytes(2), row.getString(3)))));
    }

    private Optional<byte[]> lookUp(String keyId) {
        return jdbc.sql("select wrapped, wrapped_by from vault.subject_key where key_id = ?")
                .param(keyId)
                .query((row, n) -> masters.unwrap(row.getBytes(1), row.getString(2)))
                .optional();
    }

    /** The key under which the subject's words are sealed from now on. */
    Named current(String subject) {
        return find(subject).map(key -> new Named(subject, key)).orElseGet(() -> {
            var keyId = idOf(subject);
            return new Named(
                    keyId,
                    (keyId.equals(subject) ? Optional.<byte[]>empty() : find(keyId)).orElseGet(() -> make(keyId)));
        });
    }

    /** A key with its id. */
    static final class Named {
        final String id;
        final byte[] key;

        private Named(String id, byte[] key) {
            this.id = id;
            this.key = key;
        }
    }

    /** After an erasure a subject goes on under a new key: what is said from then on has nothing to do with the erased. */
    String idOf(String subject) {
        return idOf(jdbc, subject);
    }

    static String idOf(JdbcClient jdbc, String subject) {
        var erased = jdbc.sql("select count(*) from vault.erased_key where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
        return erased == 0 ? subject : subject + "~" + erased;
    }

    private byte[] make(String keyId) {
        var key = SealingCipher.randomKey();
        var hand = KeysInHand.current();
        if (hand != null && hand.currentMaster == null) {
            hand.currentMaster = currentMaster();
        }
        var master = masters.byId(hand == null || hand.currentMaster == null ? currentMaster() : hand.currentMaster);
        jdbc.sql("insert into vault.subject_key (key_id, wrapped, wrapped_by, created_at) values (?, ?, ?, ?)")
                .params(keyId, master.wrap(key), master.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (hand != null) {
            hand.keys.put(keyId, Optional.of(key));
        }
        return key;
    }

    /** Id of the master key in use; the first start puts this node's own on record. */
    String currentMaster() {
        return jdbc.sql("select key_id from vault.master_key order by since desc, key_id fetch first 1 rows only")
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    use(masters.first());
                    return masters.first().id();
                });
    }

    void use(KeyWrapping master) {
        jdbc.sql("insert into vault.master_key (key_id, since) values (?, ?)")
                .params(master.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void destroy(String keyId) {
        jdbc.sql("delete from vault.subject_key where key_id = ?").param(keyId).update();
    }
}
