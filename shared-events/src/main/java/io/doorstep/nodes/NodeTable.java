package io.doorstep.nodes;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 节点表。 A row a node, written by itself; every moment in it is the database's. */
final class NodeTable {

    private final JdbcClient jdbc;
    private final Pulse pulse;

    NodeTable(JdbcClient jdbc, Pulse pulse) {
        this.jdbc = jdbc;
        this.pulse = pulse;
    }

    /** A row and which run of the process wrote it. */
    record Row(String run, RunningNode node) {}

    List<Row> all() {
        return jdbc.sql("select n.*, current_timestamp as asked_at from node n order by n.name")
                .query((row, n) -> {
                    var seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
                    var silent = Duration.between(
                            seen,
                            row.getObject("asked_at", OffsetDateTime.class).toInstant());
                    var node = new RunningNode(
                            row.getString("name"),
                            Stream.of(row.getString("services").split(",", -1))
                                    .filter(service -> !service.isEmpty())
                                    .toList(),
                            row.getString("version"),
                            Duration.ofMillis(row.getLong("ahead_ms")),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            seen,
                            silent,
                            silent.compareTo(pulse.silence()) < 0);
                    return new Row(row.getString("run"), node);
                })
                .list();
    }

    Optional<Row> find(String name) {
        return all().stream().filter(row -> row.node().name().equals(name)).findFirst();
    }

    /** Whether the name was free. */
    boolean enter(Run run) {
        try {
            return jdbc.sql("""
                            insert into node (name, run, given, services, version, ahead_ms, started_at, seen_at)
                            values (?, ?, ?, ?, ?, ?, current_timestamp, current_timestamp)
                            """)
                            .param(run.name().value())
                            .param(run.id())
                            .param(run.name().given())
                            .param(run.services())
                            .param(run.version())
                            .param(run.ahead().toMillis())
                            .update()
                    > 0;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Takes the place of one that is silent; false when it was not, after all. */
    boolean replace(Row former, Run run) {
        return jdbc.sql("""
                        update node set run = ?, given = ?, services = ?, version = ?, ahead_ms = ?,
                               started_at = current_timestamp, seen_at = current_timestamp
                         where name = ? and run = ? and seen_at = ?
                        """)
                        .param(run.id())
                        .param(run.name().given())
                        .param(run.services())
                        .param(run.version())
                        .param(run.ahead().toMillis())
                        .param(run.name().value())
                        .param(former.run())
                        .param(former.node().seenAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** A sign of life; false when the row is not this run's. */
    boolean beat(Run run) {
        return jdbc.sql(
                                "update node set seen_at = current_timestamp, services = ?, ahead_ms = ? where name = ? and run = ?")
                        .param(run.services())
                        .param(run.ahead().toMillis())
                        .param(run.name().value())
                        .param(run.id())
                        .update()
                > 0;
    }

    void leave(Run run) {
        jdbc.sql("delete from node where name = ? and run = ?")
                .param(run.name().value())
                .param(run.id())
                .update();
    }

    /** Nodes that went without a word: an hour is shown of those that will not come back under their name, of others a day. */
    void forget() {
        jdbc.sql("""
                delete from node where seen_at < current_timestamp - interval '1' day
                    or (not given and seen_at < current_timestamp - interval '1' hour)
                """).update();
    }
}
