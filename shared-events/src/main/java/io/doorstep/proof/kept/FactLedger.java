package io.doorstep.proof.kept;

import io.doorstep.proof.Frontier;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.MerkleTree;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.FactRows;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.Engine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 存证账。 Chains every fact once, in the order in which they were committed, some moments after its commit: a writer never waits for
 * it (docs/decisions/0040). On several nodes they take turns.
 */
public final class FactLedger {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LedgerNodes nodes;
    private final AppendOrder order;
    private final boolean postgres;
    private final HashAlgorithm algorithm;

    /**
     * 账头。 How far the ledger is.
     *
     * @param size number of facts in it
     * @param chain the end of the chain
     */
    @SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
    public record Head(long size, byte[] chain) {}

    /**
     * The ledger of a database, begun if need be.
     *
     * @param wanted the hash function of a ledger that is not begun yet; one that is keeps its own
     */
    public FactLedger(
            DataSource database,
            TransactionTemplate transaction,
            AppendOrder order,
            HashAlgorithm wanted,
            Clock clock) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = transaction;
        this.order = order;
        this.postgres = Engine.of(database) == Engine.POSTGRESQL;
        this.algorithm = begun(wanted, clock);
        this.nodes = new LedgerNodes(jdbc, algorithm);
    }

    public HashAlgorithm algorithm() {
        return algorithm;
    }

    public Head head() {
        return jdbc.sql("select position, chain from fact_ledger order by position desc limit 1")
                .query((row, n) -> new Head(row.getLong(1) + 1, row.getBytes(2)))
                .optional()
                .orElseGet(() -> new Head(0, algorithm.ofNothing()));
    }

    public MerkleTree tree() {
        return new MerkleTree(algorithm, nodes);
    }

    /** Where a fact stands in the ledger; empty while it is not chained. */
    public OptionalLong positionOf(long globalIndex) {
        return jdbc.sql("select position from fact_ledger where global_index = ?")
                .param(globalIndex)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Chains the next facts, in a transaction of its own; answers how many there were, 0 when all are chained. */
    public int chain(int most) {
        if (!anyIsNew()) {
            return 0;
        }
        var chained = transaction.execute(step -> {
            waitForTurn(jdbc);
            var head = head();
            var facts = after(head, most);
            if (!facts.isEmpty()) {
                write(head, facts);
            }
            return facts.size();
        });
        return chained == null ? 0 : chained;
    }

    /** Chains until nothing is left; answers how many there were. */
    public long chainAll(int batch) {
        var all = 0L;
        var some = chain(batch);
        while (some > 0) {
            all += some;
            some = chain(batch);
        }
        return all;
    }

    /**
     * Chains what another order of appending left behind: side by side, a fact may wait that has a lower index than some that are chained.
     * Answers how many there were.
     */
    public long chainLeftBehind(int batch) {
        var all = 0L;
        for (var some = leftBehind(batch); some > 0; some = leftBehind(batch)) {
            all += some;
        }
        return all;
    }

    private int leftBehind(int most) {
        var chained = transaction.execute(step -> {
            waitForTurn(jdbc);
            var facts = jdbc.sql("select " + FactRows.COLUMNS + " from aggregate_event_entry f where not exists"
                            + " (select 1 from fact_ledger l where l.global_index = f.global_index)"
                            + " order by f.global_index limit " + most)
                    .query((row, n) -> FactRows.fact(row))
                    .list();
            if (!facts.isEmpty()) {
                write(head(), facts);
            }
            return facts.size();
        });
        return chained == null ? 0 : chained;
    }

    /** Whatever is chained or signed is so by one node at a time: waits for the turn, which ends with the transaction. */
    public static void waitForTurn(JdbcClient jdbc) {
        jdbc.sql("select id from append_lock where id = 2 for update")
                .query(Long.class)
                .single();
    }

    /** Without the turn: a look that finds nothing stops nobody. */
    private boolean anyIsNew() {
        return jdbc.sql("""
                select (select count(*) from (select 1 from aggregate_event_entry limit 1) any_fact)
                     , (select max(global_index) from aggregate_event_entry)
                     , (select max(global_index) from fact_ledger)
                """)
                .query((row, n) -> {
                    var last = row.getLong(2);
                    return row.getLong(1) > 0 && (row.getObject(3) == null || last != row.getLong(3) || sideBySide());
                })
                .single();
    }

    private boolean sideBySide() {
        return order == AppendOrder.HORIZON && postgres;
    }

    private List<StoredFact> after(Head head, int most) {
        var last = head.size() == 0
                ? "-1"
                : "(select global_index from fact_ledger where position = %d)".formatted(head.size() - 1);
        // the last that is chained has the greatest index, unless writers were side by side before
        var highest = head.size() == 0 ? "-1" : "(select max(global_index) from fact_ledger)";
        // side by side writers commit in no order of the index; what no open transaction can precede any more has one
        var next = sideBySide()
                ? "where f.tx < pg_snapshot_xmin(pg_current_snapshot())"
                        + (head.size() == 0
                                ? ""
                                : " and (f.tx, f.global_index) > (select tx, global_index from aggregate_event_entry"
                                        + " where global_index = " + last + ")")
                        + " order by f.tx, f.global_index"
                : "where f.global_index > " + highest + " order by f.global_index";
        return jdbc.sql("select " + FactRows.COLUMNS + " from aggregate_event_entry f " + next + " limit " + most)
                .query((row, n) -> FactRows.fact(row))
                .list();
    }

    private void write(Head head, List<StoredFact> facts) {
        var edge = new Frontier(algorithm, head.size(), nodes);
        var link = head.chain();
        var lines = new ArrayList<Object[]>(facts.size());
        var complete = new ArrayList<Object[]>();
        for (var fact : facts) {
            var leaf = fact.leaf(algorithm);
            link = algorithm.link(link, leaf);
            lines.add(new Object[] {edge.size(), fact.index(), leaf, link});
            edge.add(leaf).stream()
                    .filter(peak -> LedgerNodes.kept(peak.level()))
                    .forEach(peak -> complete.add(new Object[] {peak.level(), peak.number(), peak.hash()}));
        }
        var batch = new JdbcTemplate(database);
        batch.batchUpdate("insert into fact_ledger (position, global_index, leaf, chain) values (?, ?, ?, ?)", lines);
        batch.batchUpdate("insert into fact_ledger_node (level, number, hash) values (?, ?, ?)", complete);
    }

    private HashAlgorithm begun(HashAlgorithm wanted, Clock clock) {
        return transaction.execute(step -> {
            waitForTurn(jdbc);
            return jdbc.sql("select algorithm from fact_ledger_start")
                    .query(String.class)
                    .optional()
                    .map(HashAlgorithm::valueOf)
                    .orElseGet(() -> {
                        jdbc.sql("insert into fact_ledger_start (only_row, algorithm, begun_at) values (1, ?, ?)")
                                .params(wanted.name(), clock.instant().atOffset(ZoneOffset.UTC))
                                .update();
                        return wanted;
                    });
        });
    }
}
