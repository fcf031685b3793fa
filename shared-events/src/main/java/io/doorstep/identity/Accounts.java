package io.doorstep.identity;

import io.doorstep.web.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** 账号簿。 Keeps the accounts. */
public final class Accounts {
    static final String COLUMNS = "id, name, unit, place, roles, enabled, valid_from, valid_to";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean areMissing() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    public List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from account order by created_at, id")
                .query(Accounts::account)
                .list();
    }

    /** When this very account, under this name, was created; empty when there is none. */
    public Optional<Instant> since(Account account) {
        return jdbc.sql("select created_at from account where id = ? and name = ?")
                .params(account.id(), account.name())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<SignedInAccount> withPassword(String id) {
        return jdbc.sql("select " + COLUMNS + ", password_hash from account where id = ?")
                .param(id)
                .query((row, n) -> new SignedInAccount(account(row, n), row.getString("password_hash")))
                .optional();
    }

    /** Refuses with ACCOUNT_EXISTS when the id was given to somebody before. */
    public void add(Account account, String password, PasswordEncoder encoder) {
        try {
            jdbc.sql("""
                            insert into account
                                (id, name, unit, place, roles, enabled, valid_from, valid_to, password_hash, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(account.id())
                    .param(account.name())
                    .param(account.unit())
                    .param(account.place())
                    .param(account.actor().rolesAsText())
                    .param(account.enabled())
                    .param(account.validFrom())
                    .param(account.validTo())
                    .param(encoder.encode(password))
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Named(HttpStatus.CONFLICT, "ACCOUNT_EXISTS");
        }
    }

    static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("place"),
                Actor.rolesFromText(row.getString("roles")),
                row.getBoolean("enabled"),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
