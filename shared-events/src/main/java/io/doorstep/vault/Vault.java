package io.doorstep.vault;

import io.doorstep.events.cases.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 密钥库。 Seals words under a key per subject (a person, or a case for its free text), opens them while the key exists, and
 * makes keyed hashes for search. Keys lie in the schema {@code vault}, wrapped by a master key that is kept elsewhere.
 *
 * <p>Sealing joins the caller's transaction: a refused command leaves no key, a committed fact always has its own.
 */
public class Vault {

    private static final String INDEX = "index";
    private static final String INDEX_SM = "index-sm";

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final SealingCipher cipher;
    private @Nullable Index index;

    /** The key of the hashes; with which function it is used was decided when it was made, so that equal stays equal. */
    private static final class Index {
        final byte[] key;
        final SealingCipher cipher;

        Index(byte[] key, SealingCipher cipher) {
            this.key = key;
            this.cipher = cipher;
        }
    }

    public Vault(JdbcClient jdbc, KeyWrapping master, Clock clock) {
        this(jdbc, MasterKeys.of(master), SealingCipher.AES, clock);
    }

    public Vault(JdbcClient jdbc, MasterKeys masters, SealingCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.keys = new SubjectKeys(jdbc, masters, clock);
        this.cipher = cipher;
    }

    /**
     * Looks the keys of these subjects up in one statement, for the transaction that this thread is in, and each other that it
     * needs once. Not for transactions that destroy keys.
     */
    public void takeInHand(Collection<String> subjects) {
        keys.takeInHand(subjects);
    }

    /** The words under the subject's key, which is made when there is none yet. */
    public Sealed seal(String subject, Private words) {
        var named = keys.current(subject);
        var sealed = cipher.encrypt(named.key, words.words().getBytes(StandardCharsets.UTF_8));
        return new Sealed(named.id, Base64.getEncoder().encodeToString(sealed));
    }

    /** The words, or empty when the key was destroyed. */
    public Optional<Private> open(Sealed sealed) {
        return keys.find(sealed.k())
                .map(key -> SealingCipher.decrypt(key, Base64.getDecoder().decode(sealed.c())))
                .map(bytes -> new Private(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Content of a file under the subject's key. */
    public byte[] sealBytes(String subject, byte[] content) {
        return cipher.encrypt(keys.current(subject).key, content);
    }

    /** Content of a file, or empty when the key was destroyed. */
    public Optional<byte[]> openBytes(String subject, byte[] content) {
        var first = keys.find(subject);
        if (first.isPresent()) {
            return first.map(key -> SealingCipher.decrypt(key, content));
        }
        var now = keys.idOf(subject);
        return now.equals(subject) ? Optional.empty() : keys.find(now).flatMap(key -> ifSealedBy(key, content));
    }

    /** What was sealed before an erasure does not open with the key that came after it; that is no fault. */
    private static Optional<byte[]> ifSealedBy(byte[] key, byte[] content) {
        try {
            return Optional.of(SealingCipher.decrypt(key, content));
        } catch (IllegalStateException erased) {
            return Optional.empty();
        }
    }

    /** What this office gives out and takes back, such as a cursor: nobody else reads it, nor tells two of them apart. */
    public byte[] veil(String purpose, byte[] content) {
        return index().cipher.encrypt(veilKey(purpose), content);
    }

    /** What {@link #veil} hid for the same purpose; empty when it is no such thing. */
    public Optional<byte[]> unveil(String purpose, byte[] veiled) {
        try {
            return Optional.of(SealingCipher.decrypt(veilKey(purpose), veiled));
        } catch (IllegalStateException | IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    private byte[] veilKey(String purpose) {
        return HexFormat.of().parseHex(hash("veil", new Private(purpose)));
    }

    /** Destroys the key of something that is over, such as an import; what it sealed can never be read again. */
    public void destroy(String subject) {
        keys.destroy(subject);
    }

    /** Keyed hash (HMAC-SHA-256 or HMAC-SM3, hex) of words of a kind, for finding equal ones without being able to read them. */
    public String hash(String kind, Private words) {
        var text = words.words().getBytes(StandardCharsets.UTF_8);
        var name = kind.getBytes(StandardCharsets.UTF_8);
        var data = new byte[name.length + 1 + text.length];
        System.arraycopy(name, 0, data, 0, name.length);
        System.arraycopy(text, 0, data, name.length + 1, text.length);
        var with = index();
        return HexFormat.of()
                .formatHex(with.cipher == SealingCipher.SM ? SmGcm.hmac(with.key, data) : hmac(with.key, data));
    }

    /**
     * Remembers that a number names a person, so that he is found by it. This lies beside his key and is gone with it: a hash
     * in a fact would stay, and whoever holds the key of the hashes could try all numbers there are.
     */
    public void remember(String person, String caseId, NumberKind kind, Private number) {
        // a report that is sent once more, or by somebody else under the same id, is refused later, and by its own name
        jdbc.sql("""
                        merge into vault.number_hash h
                        using (values (cast(? as varchar(64)), cast(? as varchar(16)))) n (s, w) on h.subject = n.s and h.what = n.w
                        when not matched then insert (subject, what, case_id, hash) values (n.s, n.w, ?, ?)
                        """)
                .params(person, kind.name(), caseId, hash(kind.hashed(), number))
                .update();
    }

    /** As what {@link #remember} would have remembered it. */
    public String hash(NumberKind kind, Private number) {
        return hash(kind.hashed(), number);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized Index index() {
        if (index == null) {
            throw new IllegalStateException("the vault was not unlocked");
        }
        return index;
    }

    /** Makes the key of the hashes on the first start, and proves on every other that the master key is the right one. */
    public synchronized void unlock() {
        keys.currentMaster();
        var sha = keys.find(INDEX);
        var sm = sha.isPresent() ? Optional.<byte[]>empty() : keys.find(INDEX_SM);
        if (sha.isEmpty() && (sm.isPresent() || cipher == SealingCipher.SM)) {
            index = new Index(sm.orElseGet(() -> keys.current(INDEX_SM).key), SealingCipher.SM);
        } else {
            index = new Index(sha.orElseGet(() -> keys.current(INDEX).key), SealingCipher.AES);
        }
    }
}
