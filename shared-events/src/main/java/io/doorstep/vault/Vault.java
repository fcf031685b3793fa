package io.doorstep.vault;

import io.doorstep.events.cases.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 密钥库。 Seals words under a key per subject (a person, or a case for its free text) with AES-256-GCM, opens them while
 * the key exists, and makes keyed hashes for search. Keys lie in {@code vault_key}, wrapped by the {@link MasterKey}.
 *
 * <p>Sealing joins the caller's transaction: a refused command leaves no key, a committed fact always has its own.
 */
public class Vault {

    private static final String INDEX_KEY = "index";

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final Clock clock;
    private byte @Nullable [] indexKey;

    public Vault(JdbcClient jdbc, MasterKey master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    /** The words under the subject's key, which is made when there is none yet. */
    public Sealed seal(String subject, Private words) {
        var key = key(subject).orElseGet(() -> make(subject));
        var sealed = AesGcm.encrypt(key, words.words().getBytes(StandardCharsets.UTF_8));
        return new Sealed(subject, Base64.getEncoder().encodeToString(sealed));
    }

    /** The words, or empty when the key was destroyed. */
    public Optional<Private> open(Sealed sealed) {
        return key(sealed.k())
                .map(key -> AesGcm.decrypt(key, Base64.getDecoder().decode(sealed.c())))
                .map(bytes -> new Private(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Content of a file under the subject's key. */
    public byte[] sealBytes(String subject, byte[] content) {
        return AesGcm.encrypt(key(subject).orElseGet(() -> make(subject)), content);
    }

    /** Content of a file, or empty when the key was destroyed. */
    public Optional<byte[]> openBytes(String subject, byte[] content) {
        return key(subject).map(key -> AesGcm.decrypt(key, content));
    }

    /** Destroys the subject's key; what it sealed can never be read again. */
    public void destroy(String subject) {
        jdbc.sql("delete from vault_key where key_id = ?").param(subject).update();
    }

    /** Keyed hash (HMAC-SHA-256, hex) of words of a kind, for finding equal ones without being able to read them. */
    public String hash(String kind, Private words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(indexKey(), "HmacSHA256"));
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(words.words().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized byte[] indexKey() {
        if (indexKey == null) {
            throw new IllegalStateException("the vault was not unlocked");
        }
        return indexKey;
    }

    /** Makes the key of the hashes on the first start, and proves on every other that the master key is the right one. */
    public synchronized void unlock() {
        indexKey = key(INDEX_KEY).orElseGet(() -> make(INDEX_KEY));
    }

    private Optional<byte[]> key(String subject) {
        return jdbc.sql("select wrapped from vault_key where key_id = ?")
                .param(subject)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(wrapped -> AesGcm.decrypt(master.bytes(), wrapped));
    }

    private byte[] make(String subject) {
        var key = AesGcm.randomKey();
        jdbc.sql("insert into vault_key (key_id, wrapped, created_at) values (?, ?, ?)")
                .params(
                        subject,
                        AesGcm.encrypt(master.bytes(), key),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return key;
    }
}
