package io.doorstep.identity;

import io.doorstep.terms.Role;
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
    static final String COLUMNS =
            "id, name, unit, place, roles, enabled, valid_from, valid_to, password_changed_at," + " password_temporary";

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

    public Optional<Account> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from account where id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    /** The account as somebody who is signed in, read anew: its rights may have changed since. */
    public Optional<SignedInAccount> signedIn(String id) {
        return jdbc.sql("select " + COLUMNS + " from account where id = ?")
                .param(id)
                .query(Accounts::signedIn)
                .optional();
    }

    Optional<SignedInAccount> withPassword(String id) {
        return jdbc.sql("select " + COLUMNS + ", password_hash from account where id = ?")
                .param(id)
                .query((row, n) -> signedIn(row, n).with(row.getString("password_hash")))
                .optional();
    }

    /** Keeps the same password under another hash. */
    void rehash(String id, @Nullable String formerly, @Nullable String now) {
        jdbc.sql("update account set password_hash = ? where id = ? and password_hash = ?")
                .param(now)
                .param(id)
                .param(formerly)
                .update();
    }

    /** Gives the account another password; a temporary one has to be changed before anything else. */
    public void setPassword(String id, String password, boolean temporary, PasswordEncoder encoder) {
        jdbc.sql("update account set password_hash = ?, password_changed_at = ?, password_temporary = ? where id = ?")
                .params(encoder.encode(password), clock.instant().atOffset(ZoneOffset.UTC), temporary, id)
                .update();
    }

    /** Makes whoever else changes an administrator wait for the end of the transaction. */
    public void lockAdministrators() {
        jdbc.sql("select id from account where roles like '%ADMINISTRATOR%' order by id for update")
                .query(String.class)
                .list();
    }

    /** Whether somebody holds the role who can sign in today, and always will. */
    public boolean hasLasting(Role role, LocalDate today) {
        return jdbc
                .sql("select " + COLUMNS + " from account where roles like '%ADMINISTRATOR%' and valid_to is null")
                .query(Accounts::account)
                .stream()
                .anyMatch(account -> account.roles().contains(role) && account.admits(today));
    }

    /** Gives an account other rights; its name and its password stay. */
    public void change(Account account) {
        jdbc.sql("update account set unit = ?, place = ?, roles = ?, enabled = ?, valid_from = ?, valid_to = ?"
                        + " where id = ?")
                .param(account.unit())
                .param(account.place())
                .param(account.actor().rolesAsText())
                .param(account.enabled())
                .param(account.validFrom())
                .param(account.validTo())
                .param(account.id())
                .update();
    }

    /** Has the password changed before anything else. */
    public void outwear(String id) {
        jdbc.sql("update account set password_temporary = true where id = ?")
                .param(id)
                .update();
    }

    /** Refuses with ACCOUNT_EXISTS when the id was given to somebody before. */
    public void add(Account account, String password, PasswordEncoder encoder) {
        add(account, password, false, encoder);
    }

    /** The same with a password that, if temporary, has to be changed at the first sign-in. */
    public void add(Account account, String password, boolean temporary, PasswordEncoder encoder) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            jdbc.sql("""
                            insert into account
                                (id, name, unit, place, roles, enabled, valid_from, valid_to, password_hash,
                                 password_changed_at, password_temporary, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                    .param(now)
                    .param(temporary)
                    .param(now)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Named(HttpStatus.CONFLICT, "ACCOUNT_EXISTS");
        }
    }

    static SignedInAccount signedIn(ResultSet row, int n) throws SQLException {
        return new SignedInAccount(
                account(row, n),
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("password_temporary"),
                null);
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
