package io.doorstep.identity.guard;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 安全日志。 Who signed in or failed to, and what was done about it; rows are only ever added, and no secret is among them. */
public final class SecurityLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    public SecurityLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One row.
     *
     * @param account null when what was typed is no account
     * @param network without its last part
     */
    public record Entry(
            long id,
            Instant at,
            SecurityEvent event,
            @Nullable String account,
            String network,
            String detail) {}

    /**
     * Adds a row.
     *
     * @param account as it was typed: kept only when there is such an account, for it may be a password
     * @param detail a word of ours, never of the request
     */
    public void add(SecurityEvent event, String account, String address, String detail) {
        jdbc.sql("insert into security_log (at, event, account, network, detail)"
                        + " values (?, ?, (select id from account where id = ?), ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), event.name(), account, Network.of(address), detail)
                .update();
    }

    /** The latest rows before one, newest first. */
    public List<Entry> before(long id, @Nullable String account, @Nullable SecurityEvent event, int most) {
        return jdbc.sql("select id, at, event, account, network, detail from security_log where id < :before"
                        + (account == null ? "" : " and account = :account")
                        + (event == null ? "" : " and event = :event")
                        + " order by id desc limit :most")
                .param("before", id)
                .param("account", account)
                .param("event", event == null ? null : event.name())
                .param("most", most)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        SecurityEvent.valueOf(row.getString("event")),
                        row.getString("account"),
                        row.getString("network"),
                        row.getString("detail")))
                .list();
    }
}
