package io.doorstep.identity.device;

import io.doorstep.digest.Sha256;
import io.doorstep.web.Named;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 走访手机登记。 Which telephones are known; the token of each is told once and never kept. */
public final class Devices {

    /** What a telephone's token begins with. */
    public static final String PREFIX = "doorstep-device_";

    /** After this time somebody signs in on the telephone again; what lies in it unsent stays. */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    public Devices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a telephone known, or gives one that is known a new token.
     *
     * @param id made on the telephone; refuses with NOT_FOUND when it is somebody else's, or was lost
     * @return its token
     */
    public String know(UUID id, String account, String name) {
        var token = random();
        var now = clock.instant();
        try {
            if (!renewed(id, account, name, token, now)) {
                jdbc.sql("insert into device (id, account, name, token_hash, known_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .params(id.toString(), account, name, hash(token), utc(now), utc(now.plus(GOOD_FOR)))
                        .update();
            }
        } catch (DuplicateKeyException anothers) {
            throw Named.notFound();
        }
        return token;
    }

    private boolean renewed(UUID id, String account, String name, String token, Instant now) {
        return jdbc.sql("update device set token_hash = ?, name = ?, expires_at = ?"
                                + " where id = ? and account = ? and lost_at is null")
                        .params(hash(token), name, utc(now.plus(GOOD_FOR)), id.toString(), account)
                        .update()
                > 0;
    }

    /** Whose token it is, whether or not it still holds; empty when it is nobody's. */
    public Optional<Device> by(String token) {
        var now = clock.instant();
        var found = jdbc.sql("select * from device where token_hash = ?")
                .param(hash(token))
                .query(Devices::device)
                .optional();
        found.filter(one -> one.lostAt() == null)
                .ifPresent(one -> jdbc.sql(
                                "update device set last_used = ? where id = ? and (last_used is null or last_used < ?)")
                        .params(utc(now), one.id(), utc(now.minus(Duration.ofMinutes(1))))
                        .update());
        return found;
    }

    /** Whether its token may still be used. */
    public boolean holds(Device device) {
        return device.lostAt() == null && device.expiresAt().isAfter(clock.instant());
    }

    /** The telephones of an account, the newest first. */
    public List<Device> of(String account) {
        return jdbc.sql("select * from device where account = ? order by known_at desc")
                .param(account)
                .query(Devices::device)
                .list();
    }

    public Optional<Device> find(UUID id) {
        return jdbc.sql("select * from device where id = ?")
                .param(id.toString())
                .query(Devices::device)
                .optional();
    }

    /** Ends the tokens of an account's telephones; who signs in on one again gets a new one, and what lies there unsent stays. */
    public void endAll(String account) {
        jdbc.sql("update device set expires_at = ? where account = ? and expires_at > ?")
                .params(utc(clock.instant()), account, utc(clock.instant()))
                .update();
    }

    /** Marks it lost, for good. */
    public void lost(UUID id, String by) {
        jdbc.sql("update device set lost_at = ?, lost_by = ? where id = ? and lost_at is null")
                .params(utc(clock.instant()), by, id.toString())
                .update();
    }

    private static Device device(ResultSet row, int n) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                Objects.requireNonNull(moment(row, "known_at")),
                Objects.requireNonNull(moment(row, "expires_at")),
                moment(row, "last_used"),
                moment(row, "lost_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain hash is enough: a token is 256 random bits, which nobody guesses. */
    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
