package io.doorstep.federation.upper;

import io.doorstep.federation.Distrust;
import io.doorstep.federation.Distrust.Kind;
import io.doorstep.federation.Known;
import io.doorstep.federation.Line;
import io.doorstep.federation.Proven;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.LedgerNodes;
import io.doorstep.store.CopiedFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 抄本。 What was copied of each county, and how far: facts, leaves and the place reached are one transaction, so that a process that dies in the
 * middle has copied all of a stretch or nothing.
 */
public final class Copies {

    /** How long a node has a county to itself after its last sign. */
    private static final Duration IN_HAND = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final CopiedFacts facts;
    private final Clock clock;

    @SuppressWarnings("ArrayRecordComponent") // only passed on
    private record Row(@Nullable String algorithm, long size, byte @Nullable [] chain) {}

    public Copies(DataSource database, TransactionTemplate transaction, CopiedFacts facts, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.batch = new JdbcTemplate(database);
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /** Enters a county that is new. */
    void enter(Source source) {
        try {
            if (row(source.name(), "").isEmpty()) {
                jdbc.sql("insert into federation_source (name, size, copied, head_size) values (?, 0, 0, 0)")
                        .param(source.name())
                        .update();
            }
        } catch (DuplicateKeyException anotherNodeDid) {
            // which is as good
        }
    }

    /** Takes a county in hand for a while, or keeps it; false when another node has it. */
    boolean take(Source source, String node) {
        var now = clock.instant();
        return jdbc.sql("update federation_source set taken_by = ?, taken_until = ?"
                                + " where name = ? and (taken_by is null or taken_by = ? or taken_until < ?)")
                        .params(node, at(now.plus(IN_HAND)), source.name(), node, at(now))
                        .update()
                > 0;
    }

    /** What is known of a county's ledger. */
    Known known(Source source) {
        var row = row(source.name(), "").orElseThrow();
        return new Known(
                row.size(),
                Objects.requireNonNullElse(row.chain(), new byte[0]),
                nodes(source.name(), row.algorithm()));
    }

    private LedgerNodes nodes(String name, @Nullable String algorithm) {
        // names are letters, digits and dashes: checked where the settings are read
        var ofIt = "where source = '" + name + "' and";
        return new LedgerNodes(
                jdbc,
                algorithm == null ? HashAlgorithm.SHA_256 : HashAlgorithm.valueOf(algorithm),
                "federation_leaf " + ofIt,
                "federation_node " + ofIt);
    }

    /** Keeps what was proven behind a size; false when another node has done so meanwhile. */
    boolean keep(Source source, long from, Proven proven, String headWords) {
        var kept = transaction.execute(step -> {
            if (row(source.name(), " for update").orElseThrow().size() != from) {
                return false;
            }
            var copies = new Sorting(jdbc, source).copies(proven.lines());
            try {
                facts.append(copies.values().stream().map(Line.Fact::stored).toList());
                lines(source, proven, copies);
            } catch (DuplicateKeyException ofAnotherCounty) {
                throw new Distrust(Kind.TAKEN, from);
            }
            advance(source, from, proven, copies.size(), headWords);
            return true;
        });
        return Boolean.TRUE.equals(kept);
    }

    private void lines(Source source, Proven proven, Map<Long, Line.Fact> copies) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < proven.lines().size(); i++) {
            var position = proven.lines().get(i).position();
            var copy = copies.get(position);
            rows.add(new Object[] {source.name(), position, proven.leaves().get(i), copy == null ? null : copy.id()});
        }
        batch.batchUpdate("insert into federation_leaf (source, position, leaf, identifier) values (?, ?, ?, ?)", rows);
        batch.batchUpdate(
                "insert into federation_node (source, level, number, hash) values (?, ?, ?, ?)",
                proven.complete().stream()
                        .filter(peak -> LedgerNodes.kept(peak.level()))
                        .map(peak -> new Object[] {source.name(), peak.level(), peak.number(), peak.hash()})
                        .toList());
        proven.lines().stream()
                .map(Line::withdrawn)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(caseId -> jdbc.sql("insert into federation_withdrawn (case_id, source, at) select ?, ?, ?"
                                + " from federation_source s where s.name = ?"
                                + " and not exists (select 1 from federation_withdrawn w where w.case_id = ?)")
                        .params(caseId, source.name(), at(clock.instant()), source.name(), caseId)
                        .update());
    }

    private void advance(Source source, long from, Proven proven, int copied, String headWords) {
        var head = proven.head();
        jdbc.sql("""
                update federation_source
                   set algorithm = ?, size = ?, chain = ?, copied = copied + ?, head_size = ?, head = ?, asked_at = ?
                     , failure = null, stop = null, stop_at = null, stopped_at = null
                 where name = ?
                """)
                .params(
                        head.algorithm().name(),
                        from + proven.lines().size(),
                        proven.chain(),
                        copied,
                        head.size(),
                        headWords,
                        at(clock.instant()),
                        source.name())
                .update();
        if (proven.isAll(from)) {
            fresh(source, head.at());
        }
    }

    private void fresh(Source source, Instant asOf) {
        jdbc.sql("update federation_source set fresh_at = ? where name = ?")
                .params(at(asOf), source.name())
                .update();
    }

    /** A county without any fact has answered. */
    void nothingYet(Source source) {
        var now = at(clock.instant());
        jdbc.sql("update federation_source set asked_at = ?, fresh_at = ?, failure = null, stop = null, stop_at = null,"
                        + " stopped_at = null where name = ?")
                .params(now, now, source.name())
                .update();
    }

    /** A county did not answer. */
    void failed(Source source, String code) {
        jdbc.sql("update federation_source set failure = ? where name = ?")
                .params(code, source.name())
                .update();
    }

    /** A county is not believed any more; answers whether that is news. */
    boolean stop(Source source, Distrust why, @Nullable String headWords) {
        var news = transaction.execute(step -> {
            var now = at(clock.instant());
            var changed = jdbc.sql("update federation_source set stop = ?, stop_at = ?, stopped_at = ?, failure = null"
                                    + " where name = ? and (stop is null or stop <> ? or stop_at <> ?)")
                            .params(
                                    why.kind().name(),
                                    why.position(),
                                    now,
                                    source.name(),
                                    why.kind().name(),
                                    why.position())
                            .update()
                    > 0;
            if (changed) {
                jdbc.sql("insert into federation_finding (source, found_at, kind, position, identifier, head)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .param(source.name())
                        .param(now)
                        .param(why.kind().name())
                        .param(why.position())
                        .param(identifier(source, why.position()))
                        .param(headWords)
                        .update();
            }
            return changed;
        });
        return Boolean.TRUE.equals(news);
    }

    private @Nullable String identifier(Source source, long position) {
        return jdbc
                .sql("select identifier from federation_leaf where source = ? and position = ?"
                        + " and identifier is not null")
                .params(source.name(), position)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private java.util.Optional<Row> row(String name, String how) {
        return jdbc.sql("select algorithm, size, chain from federation_source where name = ?" + how)
                .param(name)
                .query((row, n) -> new Row(row.getString(1), row.getLong(2), row.getBytes(3)))
                .optional();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Counties that were ever copied from. */
    public List<String> everCopied() {
        return jdbc.sql("select name from federation_source order by name")
                .query(String.class)
                .list();
    }
}
