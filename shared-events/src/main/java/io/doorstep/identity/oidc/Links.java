package io.doorstep.identity.oidc;

import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 关联。 Which accounts may be signed in to through the provider. An administrator gives the name by which the provider knows the owner; the
 * first who comes with it is bound by what never changes there, and from then on the name means nothing.
 */
public final class Links {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One account's.
     *
     * @param name as the provider calls its owner
     * @param boundAt when he came first; null when he did not yet
     */
    public record Link(String name, @Nullable Instant boundAt) {}

    public Optional<Link> of(String account) {
        return jdbc.sql("select name, bound_at from oidc_link where account = ?")
                .param(account)
                .query((row, n) -> {
                    var bound = row.getObject(2, OffsetDateTime.class);
                    return new Link(row.getString(1), bound == null ? null : bound.toInstant());
                })
                .optional();
    }

    /** Links an account anew; refuses with OIDC_NAME_TAKEN a name that another account waits with. */
    public void link(String account, String name) {
        unlink(account);
        try {
            jdbc.sql("insert into oidc_link (account, name) values (?, ?)")
                    .params(account, name)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Named(HttpStatus.CONFLICT, "OIDC_NAME_TAKEN");
        }
    }

    public void unlink(String account) {
        jdbc.sql("delete from oidc_link where account = ?").param(account).update();
    }

    /** The account that somebody is bound to, or is bound to now since it waited for his name. */
    public Optional<String> account(String issuer, String subject, @Nullable String name) {
        var bound = bound(issuer, subject);
        if (bound.isPresent() || name == null) {
            return bound;
        }
        try {
            jdbc.sql("update oidc_link set issuer = ?, subject = ?, bound_at = ? where name = ? and subject is null")
                    .params(issuer, subject, clock.instant().atOffset(ZoneOffset.UTC), name)
                    .update();
        } catch (DuplicateKeyException atOnce) {
            // the same sign-in, sent twice
        }
        return bound(issuer, subject);
    }

    private Optional<String> bound(String issuer, String subject) {
        return jdbc.sql("select account from oidc_link where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
    }
}
