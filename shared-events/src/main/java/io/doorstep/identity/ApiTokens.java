package io.doorstep.identity;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** Who comes with a token, and what it is good for. */
    record Holder(SignedInAccount account, Set<TokenScope> scopes) {}

    /** A new token of the account; refuses with TOKEN_NAME_TAKEN while one of that name holds. */
    String issue(String account, String name, Set<TokenScope> scopes, Instant expiresAt) {
        var now = utc(clock.instant());
        jdbc.sql("delete from api_token where account = ? and name = ? and expires_at <= ?")
                .params(account, name, now)
                .update();
        var token = random();
        try {
            jdbc.sql("insert into api_token (token_hash, account, name, scopes, issued_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(hash(token), account, name, TokenScope.text(scopes), now, utc(expiresAt))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Named(HttpStatus.CONFLICT, "TOKEN_NAME_TAKEN");
        }
        return token;
    }

    Optional<Holder> holder(String token) {
        var now = clock.instant();
        var holder = jdbc.sql("""
                        select a.*, t.scopes
                        from api_token t join account a on a.id = t.account
                        where t.token_hash = ? and t.expires_at > ?
                        """)
                .params(hash(token), utc(now))
                .query((row, n) -> new Holder(Accounts.signedIn(row, n), TokenScope.fromText(row.getString("scopes"))))
                .optional();
        if (holder.isPresent()) {
            // to the minute, so that a busy program does not write at each request
            jdbc.sql("update api_token set last_used = ? where token_hash = ? and (last_used is null or last_used < ?)")
                    .params(utc(now), hash(token), utc(now.minus(Duration.ofMinutes(1))))
                    .update();
        }
        return holder;
    }

    /** Those of an account, by name. */
    public List<ApiToken> of(String account) {
        return jdbc.sql("select name, scopes, issued_at, expires_at, last_used from api_token where account = ?"
                        + " order by name")
                .param(account)
                .query((row, n) -> new ApiToken(
                        row.getString("name"),
                        TokenScope.fromText(row.getString("scopes")),
                        moment(row, "issued_at"),
                        Objects.requireNonNull(moment(row, "expires_at")),
                        moment(row, "last_used")))
                .list();
    }

    /** Makes all of an account's tokens void. */
    public void revokeAll(String account) {
        jdbc.sql("delete from api_token where account = ?").param(account).update();
    }

    boolean revoke(String account, String name) {
        return jdbc.sql("delete from api_token where account = ? and name = ?")
                        .params(account, name)
                        .update()
                > 0;
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
        return "doorstep_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain hash is enough: a token is 256 random bits, which nobody guesses. */
    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
