package io.doorstep.identity.password;

import static org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * 口令的保存。 Argon2id with 19 MiB, two rounds, one lane (OWASP). Hashes of before (PBKDF2 with 600,000 rounds) still hold and are
 * replaced when their owner signs in.
 */
public final class Passwords implements PasswordEncoder {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final String QUICK = "bcrypt";

    // each check takes 19 MiB: many at once would take the memory of those who are signed in
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final DelegatingPasswordEncoder encoder;

    private Passwords(String how) {
        PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, ROUNDS);
        PasswordEncoder former = new Pbkdf2PasswordEncoder("", 16, 600_000, PBKDF2WithHmacSHA256);
        PasswordEncoder quick = new BCryptPasswordEncoder(4);
        this.encoder = new DelegatingPasswordEncoder(how, Map.of("argon2", argon2, "pbkdf2", former, QUICK, quick));
    }

    public static Passwords thorough() {
        return new Passwords("argon2");
    }

    /** Only for demo accounts, whose password everybody knows: HTTP Basic checks it again at every request. */
    public static Passwords quick() {
        return new Passwords(QUICK);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.encode(normalised(password));
        } finally {
            atOnce.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.matches(normalised(password), hash);
        } finally {
            atOnce.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hash != null && !hash.startsWith("{" + QUICK + "}") && encoder.upgradeEncoding(hash);
    }

    /** Two input methods may write one word in two ways, and forms cut off blanks at both ends. */
    private static @Nullable String normalised(@Nullable CharSequence password) {
        return password == null
                ? null
                : Normalizer.normalize(password, Normalizer.Form.NFKC).strip();
    }
}
