package io.doorstep.identity.passkey;

import io.doorstep.digest.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.WebUtils;

/**
 * 挑战值。 What an authenticator has to sign. The browser keeps it, under a seal of ours: whoever is not signed in shall not fill a table.
 * Only one that was signed well leaves a row, so that it is good once on all nodes.
 */
public final class Challenges {
    /** How long one can be answered. */
    public static final Duration LASTING = Duration.ofMinutes(5);

    private static final String COOKIE = "doorstep-challenge";
    private static final Pattern KEPT = Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,15})\\.([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UnaryOperator<String> keyed;

    /** @param keyed makes a keyed hash */
    public Challenges(JdbcClient jdbc, Clock clock, UnaryOperator<String> keyed) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keyed = keyed;
    }

    /** A new one, in base64url. */
    public String give(String purpose, HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var until = clock.instant().plus(LASTING).toEpochMilli();
        keep(challenge + "." + until + "." + seal(purpose, challenge, until), LASTING, request, response);
        return challenge;
    }

    /** The one that this browser was given for this purpose, unless it is too old. */
    public Optional<String> take(String purpose, HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var kept = KEPT.matcher(cookie == null ? "" : String.valueOf(cookie.getValue()));
        if (!kept.matches()) {
            return Optional.empty();
        }
        keep("", Duration.ZERO, request, response);
        var until = Long.parseLong(kept.group(2));
        var sealed = seal(purpose, kept.group(1), until);
        return MessageDigest.isEqual(ascii(sealed), ascii(kept.group(3)))
                        && Instant.ofEpochMilli(until).isAfter(clock.instant())
                ? Optional.of(kept.group(1))
                : Optional.empty();
    }

    /** Answers whether nobody came with it before. */
    public boolean use(String challenge) {
        var now = clock.instant();
        jdbc.sql("delete from passkey_challenge where ends_at < ?")
                .param(utc(now))
                .update();
        try {
            jdbc.sql("insert into passkey_challenge (challenge_hash, ends_at) values (?, ?)")
                    .params(Sha256.hex(challenge), utc(now.plus(LASTING.multipliedBy(2))))
                    .update();
            return true;
        } catch (DuplicateKeyException sentTwice) {
            return false;
        }
    }

    private String seal(String purpose, String challenge, long until) {
        return Sha256.hex(keyed.apply(purpose + " " + challenge + " " + until));
    }

    private static void keep(String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
