package io.doorstep.proof.kept;

import io.doorstep.proof.check.Finding;
import io.doorstep.proof.check.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 验真记录。 Which checks were run, at whose wish, and what they found. */
public final class CheckBook {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /**
     * 一次验真。 A check that was run to its end.
     *
     * @param askedBy the account that asked for it; absent when its time had come
     * @param found number of findings
     */
    public record Check(
            String id,
            @Nullable String askedBy,
            Instant begunAt,
            Instant endedAt,
            long facts,
            long chained,
            long waiting,
            int checkpoints,
            long found) {

        public boolean whole() {
            return found == 0;
        }
    }

    public CheckBook(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Number of findings of the last check; not a number before the first. */
    public double found() {
        return last().map(check -> (double) check.found()).orElse(Double.NaN);
    }

    public Optional<Check> last() {
        return latest(1).stream().findFirst();
    }

    public List<Check> latest(int most) {
        return jdbc.sql("select id, asked_by, begun_at, ended_at, facts, chained, waiting, checkpoints, found"
                        + " from ledger_check order by ended_at desc limit ?")
                .param(most)
                .query((row, n) -> check(row))
                .list();
    }

    public List<Finding> findings(String checkId) {
        return jdbc.sql("select kind, position, global_index, identifier, subject, number, type, time"
                        + " from ledger_check_finding where check_id = ? order by ordinal")
                .param(checkId)
                .query((row, n) -> finding(row))
                .list();
    }

    void add(@Nullable String askedBy, Instant begunAt, Instant endedAt, Report report) {
        var id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(step -> {
            jdbc.sql("insert into ledger_check (id, asked_by, begun_at, ended_at, facts, chained, waiting,"
                            + " checkpoints, found) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(id)
                    .param(askedBy)
                    .param(begunAt.atOffset(ZoneOffset.UTC))
                    .param(endedAt.atOffset(ZoneOffset.UTC))
                    .param(report.facts())
                    .param(report.chained())
                    .param(report.waiting())
                    .param(report.checkpoints())
                    .param(report.found())
                    .update();
            var ordinal = 0;
            for (var one : report.findings()) {
                add(id, ordinal++, one);
            }
        });
    }

    private void add(String checkId, int ordinal, Finding one) {
        var fact = one.fact();
        jdbc.sql("insert into ledger_check_finding (check_id, ordinal, kind, position, global_index, identifier,"
                        + " subject, number, type, time) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(checkId)
                .param(ordinal)
                .param(one.kind().name())
                .param(one.position())
                .param(one.index())
                .param(fact == null ? null : fact.identifier())
                .param(fact == null ? null : fact.subject())
                .param(fact == null ? null : fact.number())
                .param(fact == null ? null : fact.type())
                .param(fact == null ? null : fact.time())
                .update();
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("id"),
                row.getString("asked_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getLong("facts"),
                row.getLong("chained"),
                row.getLong("waiting"),
                row.getInt("checkpoints"),
                row.getLong("found"));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var identifier = row.getString("identifier");
        return new Finding(
                Finding.Kind.valueOf(row.getString("kind")),
                row.getLong("position"),
                row.getLong("global_index"),
                identifier == null
                        ? null
                        : new Finding.Named(
                                identifier,
                                row.getString("subject"),
                                row.getLong("number"),
                                row.getString("type"),
                                row.getString("time")));
    }
}
