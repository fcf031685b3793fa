package io.doorstep.visits;

import io.doorstep.vault.Vault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 机关公钥。 What telephones seal unsent visits with, so that whoever finds one reads nothing of them. Only its public half leaves
 * the office; the private one lies in the vault.
 *
 * <p>RSA-OAEP with SHA-256 (RFC 8017) wraps an AES-256 key, AES-GCM seals what it is for, as the browsers' Web Cryptography has them.
 */
public final class OfficeKey {

    private static final String SUBJECT = "visits.office-key";
    private static final int BITS = 3072;
    private static final int TAG_BITS = 128;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    public OfficeKey(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The public half, as X.509 SubjectPublicKeyInfo in base 64; made when there is none yet. */
    public String publicKey() {
        return known().orElseGet(this::make);
    }

    /**
     * Opens what a telephone sealed; empty when it was sealed for another office, or was changed.
     *
     * @param wrappedKey the item's own key, wrapped with the public one
     * @param additional what the seal covers besides the content
     */
    public Optional<byte[]> open(byte[] wrappedKey, byte[] iv, byte[] content, byte[] additional) {
        var privateKey = jdbc.sql("select private_key from office_key")
                .query((row, n) -> row.getBytes(1))
                .optional()
                .flatMap(kept -> vault.openBytes(SUBJECT, kept));
        if (privateKey.isEmpty()) {
            return Optional.empty();
        }
        try {
            var unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrap.init(
                    Cipher.DECRYPT_MODE,
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateKey.get())),
                    OAEP);
            var open = Cipher.getInstance("AES/GCM/NoPadding");
            open.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(unwrap.doFinal(wrappedKey), "AES"),
                    new GCMParameterSpec(TAG_BITS, iv));
            open.updateAAD(additional);
            return Optional.of(open.doFinal(content));
        } catch (GeneralSecurityException | IllegalArgumentException notForUs) {
            return Optional.empty();
        }
    }

    private Optional<String> known() {
        return jdbc.sql("select public_key from office_key").query(String.class).optional();
    }

    private String make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            jdbc.sql("insert into office_key (only_row, public_key, private_key, made_at) values (1, ?, ?, ?)")
                    .params(
                            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                            vault.sealBytes(SUBJECT, pair.getPrivate().getEncoded()),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("no key can be made", everyJavaHasIt);
        } catch (DuplicateKeyException anotherNodeDid) {
            // which is as good
        }
        return known().orElseThrow();
    }
}
