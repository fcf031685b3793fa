package io.doorstep.federation.county;

import io.doorstep.federation.Line;
import io.doorstep.federation.Stretch;
import io.doorstep.federation.county.Withholding.Kept;
import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.check.FactRows;
import io.doorstep.proof.check.Section;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 上送事实。 Facts in the order of the ledger, as they are stored, each answer under a head that is signed for it. The head is kept by who asked,
 * not here: asking changes nothing.
 */
public final class SharedFacts {

    private final JdbcClient jdbc;
    private final FactLedger ledger;
    private final LedgerKeys keys;
    private final Withholding withholding;
    private final Clock clock;
    private volatile @Nullable Said last;

    /** What was signed last; signed anew when the ledger has grown or a second has passed. */
    private record Said(Checkpoint head, String text) {}

    /** A line of the ledger with its fact; null where that is gone. */
    @SuppressWarnings("ArrayRecordComponent") // only passed on
    private record Row(long position, byte[] leaf, @Nullable StoredFact fact) {}

    public SharedFacts(JdbcClient jdbc, FactLedger ledger, LedgerKeys keys, Withholding withholding, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.keys = keys;
        this.withholding = withholding;
        this.clock = clock;
    }

    /** What is kept back here. */
    public Withholding withholding() {
        return withholding;
    }

    /** The key that heads are signed with; empty while nothing was signed yet. */
    public Optional<SigningKey> key() {
        return keys.latest();
    }

    /**
     * The lines from a position on.
     *
     * @param from how many facts the asker has
     * @param most number of lines at most
     */
    public Stretch from(long from, int most) {
        var said = head();
        if (said == null) {
            return new Stretch(from, null, List.of(), List.of(), List.of());
        }
        var size = said.head().size();
        var lines = from < size ? lines(rows(from, Math.min(size, from + most))) : List.<Line>of();
        var end = from + lines.size();
        return new Stretch(from, said.text(), path(from, size), path(end, size), lines);
    }

    private List<String> path(long from, long to) {
        return from < 1 || from > to ? List.of() : Stretch.letters(ledger.tree().consistency(from, to));
    }

    private @Nullable Said head() {
        var head = ledger.head();
        var key = head.size() == 0 ? Optional.<SigningKey>empty() : keys.latest();
        if (key.isEmpty()) {
            return null;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var said = last;
        if (said == null
                || said.head().size() != head.size()
                || !said.head().at().equals(now)
                || !said.head().keyId().equals(key.get().id())) {
            var made = new Checkpoint(
                    ledger.algorithm(),
                    head.size(),
                    ledger.tree().root(head.size()),
                    head.chain(),
                    now,
                    key.get().id());
            var signed = new Checkpoint.Signed(made, key.get().sign(made.signedWords()));
            said = new Said(made, CheckpointText.of(new Section(signed, head.size(), List.of()), key.get()));
            last = said;
        }
        return said;
    }

    private List<Row> rows(long from, long end) {
        return jdbc.sql("select l.position, l.leaf, " + FactRows.COLUMNS
                        + " from fact_ledger l left join aggregate_event_entry f on f.global_index = l.global_index"
                        + " where l.position >= ? and l.position < ? order by l.position")
                .params(from, end)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var there = row.getString("identifier") != null;
        return new Row(row.getLong("position"), row.getBytes("leaf"), there ? FactRows.fact(row) : null);
    }

    private List<Line> lines(List<Row> rows) {
        var kept = withholding.among(
                rows.stream().map(Row::fact).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> line(row, kept)).toList();
    }

    private static Line line(Row row, Kept kept) {
        var leaf = Base64.getEncoder().encodeToString(row.leaf());
        var fact = row.fact();
        if (fact == null) {
            return new Line(row.position(), leaf, null, false, null);
        }
        if (kept.covers(fact)) {
            return new Line(row.position(), leaf, null, true, kept.beginsWith(fact) ? fact.subject() : null);
        }
        return new Line(row.position(), leaf, Line.Fact.of(fact), false, null);
    }
}
