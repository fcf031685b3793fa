package io.doorstep.identity;

import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 接口令牌。 What programs sign in with on behalf of an account; the token itself is told once and never kept. */
public final class ApiTokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    public ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token of the account; refuses with TOKEN_NAME_TAKEN while one of that name holds. */
    String issue(String account, String name, Instant expiresAt) {
        jdbc.sql("delete from api_token where account = ? and name = ? and expires_at <= ?")
                .params(account, name, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var token = random();
        try {
            jdbc.sql("insert into api_token (token_hash, account, name, expires_at) values (?, ?, ?, ?)")
                    .params(hash(token), account, name, expiresAt.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Named(HttpStatus.CONFLICT, "TOKEN_NAME_TAKEN");
        }
        return token;
    }

    Optional<SignedInAccount> accountOf(String token) {
        return jdbc.sql("""
                        select a.id, a.name, a.unit, a.place, a.roles, a.enabled, a.valid_from, a.valid_to
                        from api_token t join account a on a.id = t.account
                        where t.token_hash = ? and t.expires_at > ?
                        """)
                .params(hash(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new SignedInAccount(Accounts.account(row, n), null))
                .optional();
    }

    boolean revoke(String account, String name) {
        return jdbc.sql("delete from api_token where account = ? and name = ?")
                        .params(account, name)
                        .update()
                > 0;
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "doorstep_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain hash is enough: a token is 256 random bits, which nobody guesses. */
    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
