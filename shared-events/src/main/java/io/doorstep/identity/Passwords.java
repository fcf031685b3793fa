package io.doorstep.identity;

import static org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * 口令。 How passwords are kept: PBKDF2 with SHA-256, 600,000 rounds (OWASP 2023). Unlike bcrypt it takes a long Chinese
 * sentence whole, and unlike Argon2 it needs no library beyond the JDK.
 */
public final class Passwords implements PasswordEncoder {
    private final PasswordEncoder encoder;

    private Passwords(String how) {
        PasswordEncoder thorough = new Pbkdf2PasswordEncoder("", 16, 600_000, PBKDF2WithHmacSHA256);
        PasswordEncoder quick = new BCryptPasswordEncoder(4);
        this.encoder = new DelegatingPasswordEncoder(how, Map.of("pbkdf2", thorough, "bcrypt", quick));
    }

    public static Passwords thorough() {
        return new Passwords("pbkdf2");
    }

    /** Only for demo accounts, whose password everybody knows: HTTP Basic checks it again at every request. */
    public static Passwords quick() {
        return new Passwords("bcrypt");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(normalised(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return encoder.matches(normalised(password), hash);
    }

    /** Two input methods may write one word in two ways, and forms cut off blanks at both ends. */
    private static @Nullable String normalised(@Nullable CharSequence password) {
        return password == null
                ? null
                : Normalizer.normalize(password, Normalizer.Form.NFKC).strip();
    }
}
