package io.doorstep.command.imports;

import io.doorstep.identity.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 导入登记簿。 Every import, how far it is, and who works on it. A node holds an import by a lease on the database's clock;
 * one that died loses it after fifteen seconds.
 */
@Component
class ImportRegister {

    private static final String LEASE = "current_timestamp + interval '15' second";

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An import that exists. */
    record Known(String source, String state, String contentHash, boolean dryRun) {}

    Optional<Known> find(String importId) {
        return jdbc.sql("select source, state, content_hash, dry_run from ledger_import where import_id = ?")
                .param(importId)
                .query((row, n) -> new Known(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .optional();
    }

    void queue(String importId, String source, String contentHash, Actor requester, boolean dryRun) {
        jdbc.sql("""
                        insert into ledger_import
                            (import_id, source, content_hash, state, rows_read, done, skipped, failed, warned, next_line,
                             busy_millis, requested_by, requested_unit, requested_place, requested_roles, requested_at,
                             dry_run)
                        values (?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, 0, 0, ?, ?, ?, ?, ?, ?)
                        """)
                .param(importId)
                .param(source)
                .param(contentHash)
                .param(requester.id())
                .param(requester.unit())
                .param(requester.place())
                .param(requester.rolesAsText())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(dryRun)
                .update();
    }

    /** The oldest unfinished import that no living node works on; from now on it is the owner's. */
    Optional<ImportClaim> claim(String owner) {
        return jdbc.sql("""
                        select import_id from ledger_import
                        where state in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until < current_timestamp)
                        order by requested_at, import_id
                        """).query(String.class).list().stream()
                .filter(importId -> take(importId, owner))
                .findFirst()
                .map(this::claimed);
    }

    private boolean take(String importId, String owner) {
        return jdbc.sql("""
                        update ledger_import set state = 'RUNNING', lease_owner = ?, lease_until = %s
                        where import_id = ? and state in ('QUEUED', 'RUNNING')
                        and (lease_until is null or lease_until < current_timestamp)
                        """.formatted(LEASE)).params(owner, importId).update() == 1;
    }

    private ImportClaim claimed(String importId) {
        return jdbc.sql("""
                        select requested_by, requested_unit, requested_place, requested_roles, next_line, dry_run
                        from ledger_import where import_id = ?
                        """)
                .param(importId)
                .query((row, n) -> new ImportClaim(
                        importId,
                        new Actor(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Actor.rolesFromText(row.getString(4))),
                        row.getLong(5),
                        row.getBoolean(6)))
                .single();
    }

    /**
     * Puts what became of the rows from one line up to another on record, and renews the lease. Refuses rows that are on
     * record already, which happens when the answer to a commit got lost.
     */
    void advance(String importId, String owner, ImportTally tally, long fromLine, long nextLine, long busyMillis) {
        mustHold(jdbc.sql("""
                        update ledger_import set rows_read = rows_read + ?, done = done + ?, skipped = skipped + ?,
                            failed = failed + ?, warned = warned + ?, next_line = ?, busy_millis = busy_millis + ?,
                            lease_until = %s
                        where import_id = ? and lease_owner = ? and state = 'RUNNING' and next_line <= ?
                        """.formatted(LEASE))
                .params(
                        tally.read(),
                        tally.done(),
                        tally.skipped(),
                        tally.failed(),
                        tally.warned(),
                        nextLine,
                        busyMillis,
                        importId,
                        owner,
                        fromLine)
                .update());
    }

    void renew(String importId, String owner) {
        jdbc.sql("update ledger_import set lease_until = " + LEASE + " where import_id = ? and lease_owner = ?")
                .params(importId, owner)
                .update();
    }

    /** How many rows there are to be read; told once. */
    void total(String importId, long rows) {
        jdbc.sql("update ledger_import set rows_total = ? where import_id = ? and rows_total is null")
                .params(rows, importId)
                .update();
    }

    /**
     * Puts the import's end on record; {@code failure} says why it ended before its last row.
     *
     * @param keptUntil when what is left of it ends, if there is anything left
     */
    void finish(String importId, String owner, @Nullable String failure, Instant keptUntil) {
        var state = failure == null ? "DONE" : "FAILED";
        mustHold(jdbc.sql("""
                        update ledger_import
                        set state = ?, failure = ?, finished_at = ?, lease_owner = null, lease_until = null,
                            kept_until = case when failed > 0 or (dry_run and ? = 'DONE')
                                then cast(? as timestamp with time zone) end
                        where import_id = ? and lease_owner = ? and state = 'RUNNING'
                        """)
                .param(state)
                .param(failure)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(state)
                .param(keptUntil.atOffset(ZoneOffset.UTC))
                .param(importId)
                .param(owner)
                .update());
    }

    /** Lets another node go on at once. */
    void release(String importId, String owner) {
        jdbc.sql(
                        "update ledger_import set lease_owner = null, lease_until = null where import_id = ? and lease_owner = ?")
                .params(importId, owner)
                .update();
    }

    private static void mustHold(int updated) {
        if (updated != 1) {
            throw new LeaseLost();
        }
    }

    boolean hasFailedRows(String importId) {
        return jdbc.sql("select failed from ledger_import where import_id = ?")
                        .param(importId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Puts on record what a dry run was started as; false when its file is no longer kept, or it was started before. */
    boolean start(String dryRunId, String importId) {
        return jdbc.sql("""
                        update ledger_import set started_as = ?
                        where import_id = ? and dry_run and state = 'DONE' and started_as is null and kept_until > ?
                        """)
                        .param(importId)
                        .param(dryRunId)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Imports of which something has been kept long enough. */
    List<String> expired() {
        return jdbc.sql("select import_id from ledger_import where kept_until <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    void nothingKept(String importId) {
        jdbc.sql("update ledger_import set kept_until = null where import_id = ?")
                .param(importId)
                .update();
    }

    /** What another ledger's author is told of it. */
    Preview.Earlier earlier(String importId) {
        return jdbc.sql("select source, requested_by, requested_at from ledger_import where import_id = ?")
                .param(importId)
                .query((row, n) -> new Preview.Earlier(
                        importId,
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .single();
    }

    /** Content hash by receipt key, of those that came in before. */
    Map<String, String> receipts(Collection<String> keys) {
        return jdbc
                .sql("select receipt_key, content_hash from command_receipt where receipt_key in (:keys)")
                .param("keys", keys)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
