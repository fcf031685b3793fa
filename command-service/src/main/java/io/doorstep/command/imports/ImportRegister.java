package io.doorstep.command.imports;

import io.doorstep.identity.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 导入登记簿。 Every import, how far it is, and who works on it. A node holds an import by a lease on the database's clock;
 * one that died loses it after fifteen seconds.
 */
@Component
class ImportRegister {

    private static final String LEASE = "current_timestamp + interval '15' second";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportRegister(JdbcTemplate batches, Clock clock) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.clock = clock;
    }

    /** State and content of an import that exists. */
    record Known(String state, String contentHash) {}

    Optional<Known> find(String importId) {
        return jdbc.sql("select state, content_hash from ledger_import where import_id = ?")
                .param(importId)
                .query((row, n) -> new Known(row.getString(1), row.getString(2)))
                .optional();
    }

    void queue(String importId, String source, String contentHash, Actor requester) {
        jdbc.sql("""
                        insert into ledger_import
                            (import_id, source, content_hash, state, rows_read, done, skipped, failed, warned, next_line,
                             busy_millis, requested_by, requested_unit, requested_roles, requested_at)
                        values (?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, 0, 0, ?, ?, ?, ?)
                        """)
                .param(importId)
                .param(source)
                .param(contentHash)
                .param(requester.id())
                .param(requester.unit())
                .param(requester.rolesAsText())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
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
                        select requested_by, requested_unit, requested_roles, next_line
                        from ledger_import where import_id = ?
                        """)
                .param(importId)
                .query((row, n) -> new ImportClaim(
                        importId,
                        new Actor(row.getString(1), row.getString(2), Actor.rolesFromText(row.getString(3))),
                        row.getLong(4)))
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

    /** Puts the import's end on record; {@code failure} says why it ended before its last row. */
    void finish(String importId, String owner, @Nullable String failure) {
        mustHold(jdbc.sql("""
                        update ledger_import
                        set state = ?, failure = ?, finished_at = ?, lease_owner = null, lease_until = null
                        where import_id = ? and lease_owner = ? and state = 'RUNNING'
                        """)
                .param(failure == null ? "DONE" : "FAILED")
                .param(failure)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
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

    void problems(String importId, long line, List<RowProblem> problems) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < problems.size(); i++) {
            var what = problems.get(i).what();
            rows.add(new Object[] {
                importId,
                line,
                i,
                what.field(),
                what.code(),
                json.writeValueAsString(what.arguments()),
                problems.get(i).severity().name()
            });
        }
        batches.batchUpdate("""
                insert into ledger_import_problem (import_id, line, ordinal, field, code, arguments, severity)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
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
