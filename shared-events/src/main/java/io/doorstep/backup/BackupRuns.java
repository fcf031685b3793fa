package io.doorstep.backup;

import io.doorstep.backup.Backup.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 备份簿。 What was backed up when and how it ended; of all nodes that share a database, one at a time makes a backup. */
public final class BackupRuns {

    private static final Duration SILENT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final String node;
    private final Clock clock;

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * 一次备份。 One run; what is not known before its end is null until then.
     *
     * @param askedBy account; null when it was the clock
     * @param name that both files have in common
     * @param ledgerRoot of the facts in it, in hex
     * @param failure code, such as NOT_WRITTEN; null unless it failed
     */
    public record Run(
            String id,
            State state,
            @Nullable String askedBy,
            String node,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String name,
            @Nullable Long factsBytes,
            @Nullable Long keysBytes,
            @Nullable Long rows,
            @Nullable Long ledgerSize,
            @Nullable String ledgerRoot,
            @Nullable String failure) {}

    public BackupRuns(JdbcClient jdbc, String node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    /** Claims the turn; empty while another run has it. One that was silent for five minutes has lost it. */
    Optional<String> begin(@Nullable String askedBy) {
        jdbc.sql("update backup_run set running = null, state = 'FAILED', failure = 'ABANDONED', ended_at = ?"
                        + " where running = 1 and alive_at < ?")
                .params(now(), now().minus(SILENT))
                .update();
        var id = UUID.randomUUID().toString();
        try {
            jdbc.sql("insert into backup_run (run_id, running, state, asked_by, node, begun_at, alive_at)"
                            + " values (?, 1, 'RUNNING', ?, ?, ?, ?)")
                    .param(id)
                    .param(askedBy)
                    .param(node)
                    .param(now())
                    .param(now())
                    .update();
            return Optional.of(id);
        } catch (DuplicateKeyException another) {
            return Optional.empty();
        }
    }

    void alive(String id) {
        jdbc.sql("update backup_run set alive_at = ? where run_id = ?")
                .params(now(), id)
                .update();
    }

    void done(String id, Taken taken) {
        jdbc.sql("""
                update backup_run set running = null, state = 'DONE', failure = null, ended_at = ?, name = ?, facts_bytes = ?,
                       keys_bytes = ?, rows_kept = ?, ledger_size = ?, ledger_root = ? where run_id = ?
                """)
                .params(
                        now(),
                        taken.name(),
                        taken.factsBytes(),
                        taken.keysBytes(),
                        taken.rows(),
                        taken.ledgerSize(),
                        taken.ledgerRoot(),
                        id)
                .update();
    }

    void failed(String id, String code) {
        jdbc.sql("update backup_run set running = null, state = 'FAILED', failure = ?, ended_at = ? where run_id = ?")
                .params(code, now(), id)
                .update();
    }

    public List<Run> latest(int most) {
        return jdbc.sql("select * from backup_run order by begun_at desc, run_id limit " + most)
                .query((row, n) -> run(row))
                .list();
    }

    public Optional<Run> lastGood() {
        return jdbc.sql("select * from backup_run where state = 'DONE' order by begun_at desc limit 1")
                .query((row, n) -> run(row))
                .optional();
    }

    /** Seconds since the moment of the last good one; not a number before the first. */
    public double age() {
        return lastGood()
                .map(last -> Duration.between(last.begunAt(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /** 1 when the last one that ended failed, or else 0. */
    public int failing() {
        return jdbc.sql("select state from backup_run where running is null order by begun_at desc limit 1")
                .query(String.class)
                .optional()
                .filter(State.FAILED.name()::equals)
                .map(failed -> 1)
                .orElse(0);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("run_id"),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("node"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("name"),
                number(row, "facts_bytes"),
                number(row, "keys_bytes"),
                number(row, "rows_kept"),
                number(row, "ledger_size"),
                row.getString("ledger_root"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
