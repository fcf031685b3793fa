package io.doorstep.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every thirty seconds, as every authenticator makes them. */
final class Codes {
    static final int SECRET = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Codes() {}

    /** The time step that a code is of: now, or the one before or after, since clocks differ. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        var digits = code.replaceAll("\\s", "");
        var found = OptionalLong.empty();
        for (var off = -1; off <= 1; off++) {
            var at = now.plus(STEP.multipliedBy(off));
            if (MessageDigest.isEqual(ascii(of(secret, at)), ascii(digits))) {
                found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
            }
        }
        return found;
    }

    static String of(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at, Locale.ROOT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A secret as people type it into an authenticator (RFC 4648). */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (var each : secret) {
            held = (held << 8) | (each & 255);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
