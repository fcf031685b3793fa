package io.doorstep.identity.guard;

import io.doorstep.digest.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 常用设备。 Browsers that an account has signed in with: others' guesses do not slow them down (OWASP, device cookies). */
public final class KnownDevices {
    /** How long a device stays known after the last sign-in. */
    public static final Duration LASTING = Duration.ofDays(365);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    public KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(Attempt attempt) {
        var device = attempt.device();
        return device != null
                && jdbc.sql("select count(*) from known_device where device_hash = ? and account = ? and last_used > ?")
                                .params(
                                        hash(device),
                                        attempt.account(),
                                        utc(clock.instant().minus(LASTING)))
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /**
     * Remembers the device of a sign-in that went well, and answers the secret that it keeps.
     *
     * @param brought the secret that the browser came with; it is given a new one unless that is ours
     */
    public String remember(String account, @Nullable String brought) {
        var now = utc(clock.instant());
        var secret = brought != null && isOurs(brought) ? brought : random();
        var known = jdbc.sql("update known_device set last_used = ? where device_hash = ? and account = ?")
                .params(now, hash(secret), account)
                .update();
        if (known == 0) {
            try {
                jdbc.sql("insert into known_device (device_hash, account, since, last_used) values (?, ?, ?, ?)")
                        .params(hash(secret), account, now, now)
                        .update();
            } catch (DuplicateKeyException atOnce) {
                // the same sign-in, sent twice
            }
        }
        jdbc.sql("delete from known_device where last_used < ?")
                .param(utc(clock.instant().minus(LASTING)))
                .update();
        return secret;
    }

    /** Forgets the account's devices, so that each is a stranger again. */
    public void forget(String account) {
        jdbc.sql("delete from known_device where account = ?").param(account).update();
    }

    /** Whether the browser is known to the account. */
    public boolean knows(String account, @Nullable String device) {
        return knows(new Attempt(account, "", device));
    }

    private boolean isOurs(String secret) {
        return jdbc.sql("select count(*) from known_device where device_hash = ?")
                        .param(hash(secret))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain hash is enough for 256 random bits. */
    private static String hash(String secret) {
        return Sha256.hex(secret);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
