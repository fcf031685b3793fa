package io.doorstep.query.snapshots;

import io.doorstep.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 定格件表。 Rows are only ever added. */
@Component
final class SnapshotTable {

    private static final String COLUMNS = """
            select number, restates, list, title, question, definitions, at, known_at, maker, roles, unit, place, made_at,
                   ledger_size, ledger_root, hash, previous, key_id, signature from snapshot\s""";

    private final JdbcClient jdbc;

    SnapshotTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Snapshot made, byte[] content) {
        jdbc.sql("""
                insert into snapshot (number, restates, list, title, question, definitions, at, known_at, maker, roles,
                    unit, place, made_at, ledger_size, ledger_root, content, hash, previous, key_id, signature)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(made.number())
                .param(made.restates())
                .param(made.list())
                .param(made.title())
                .param(made.question())
                .param(made.definitions())
                .param(time(made.at()))
                .param(time(made.knownAt()))
                .param(made.maker().id())
                .param(made.maker().rolesAsText())
                .param(made.maker().unit())
                .param(made.maker().place())
                .param(time(made.madeAt()))
                .param(made.ledgerSize())
                .param(made.ledgerRoot())
                .param(content)
                .param(made.hash())
                .param(made.previous())
                .param(made.keyId())
                .param(made.signature())
                .update();
    }

    Optional<Snapshot> find(long number) {
        return jdbc.sql(COLUMNS + "where number = ?")
                .param(number)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Snapshot> last() {
        return jdbc.sql(COLUMNS + "order by number desc limit 1")
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those that were published as such, latest first. */
    List<Snapshot> published() {
        return jdbc.sql(COLUMNS + "where restates is null order by number desc")
                .query((row, n) -> read(row))
                .list();
    }

    /** What was said of a snapshot since, in order. */
    List<Snapshot> restatements(long number) {
        return jdbc.sql(COLUMNS + "where restates = ? order by number")
                .param(number)
                .query((row, n) -> read(row))
                .list();
    }

    byte[] content(long number) {
        return jdbc.sql("select content from snapshot where number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static Snapshot read(ResultSet row) throws SQLException {
        var restates = row.getLong("restates");
        return new Snapshot(
                row.getLong("number"),
                restates == 0 ? null : restates,
                row.getString("list"),
                row.getString("title"),
                row.getString("question"),
                row.getString("definitions"),
                moment(row, "at"),
                moment(row, "known_at"),
                new Actor(
                        row.getString("maker"),
                        row.getString("unit"),
                        row.getString("place"),
                        Actor.rolesFromText(row.getString("roles"))),
                moment(row, "made_at"),
                row.getLong("ledger_size"),
                row.getString("ledger_root"),
                row.getString("hash"),
                row.getString("previous"),
                row.getString("key_id"),
                row.getString("signature"));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
