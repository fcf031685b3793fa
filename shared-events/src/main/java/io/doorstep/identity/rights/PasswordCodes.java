package io.doorstep.identity.rights;

import io.doorstep.digest.SpokenCode;
import io.doorstep.identity.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** 一次性码。 What an administrator hands to an account's owner, so that nobody but the owner ever knows the password. */
public final class PasswordCodes {
    /** How long a code can be used. */
    public static final Duration LASTING = Duration.ofDays(3);

    private static final int LENGTH = 25;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    public PasswordCodes(JdbcClient jdbc, Accounts accounts, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** The one time that the code is told. */
    public record Code(String code, Instant expiresAt) {}

    /** A password that nobody knows, for an account that waits for its owner. */
    static String unknown() {
        return random() + random();
    }

    /** A code for the account, whose former password and code hold no more. */
    Code give(String account) {
        var code = random();
        var expiresAt = clock.instant().plus(LASTING);
        accounts.setPassword(account, unknown(), false, encoder);
        jdbc.sql("delete from password_code where account = ?").param(account).update();
        jdbc.sql("insert into password_code (account, code_hash, expires_at) values (?, ?, ?)")
                .params(account, hash(code), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Code(code.replaceAll("(.{5})(?=.)", "$1-"), expiresAt);
    }

    boolean holds(String account, String code) {
        return jdbc.sql("select count(*) from password_code where account = ? and code_hash = ? and expires_at > ?")
                        .params(account, hash(code), clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Answers whether it was still there: of two who come with it at once, one is the first. */
    boolean use(String account, String code) {
        return jdbc.sql("delete from password_code where account = ? and code_hash = ?")
                        .params(account, hash(code))
                        .update()
                > 0;
    }

    private static String random() {
        return SpokenCode.random(LENGTH);
    }

    /** A plain hash is enough for 125 random bits. */
    private static String hash(String code) {
        return SpokenCode.hash(code);
    }
}
