package io.doorstep.query.asof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** 在手之案。 A case whose next facts are being read: what lies in the tables, and what is still to be written. */
final class CaseInHand {

    /** A state as its columns; the next fact needs it once more, to cut it short. */
    private record Drawn(CaseAsOf state, Map<String, @Nullable Object> columns) {}

    private final String caseId;
    private final List<RecordedFact> facts;
    private final int written;
    private final boolean believed;
    private final List<Rectangles.Change> changes = new ArrayList<>();
    private final NavigableMap<Instant, Drawn> drawn = new TreeMap<>();

    private CaseInHand(String caseId, List<RecordedFact> written, boolean believed) {
        this.caseId = caseId;
        this.facts = new ArrayList<>(written);
        this.written = written.size();
        this.believed = believed;
    }

    /** As the table has it, asked in this transaction. */
    static CaseInHand found(String caseId, List<RecordedFact> written) {
        return new CaseInHand(caseId, written, false);
    }

    /** A case that nothing was read of, unless the table knows better. */
    static CaseInHand begun(String caseId) {
        return new CaseInHand(caseId, List.of(), true);
    }

    /** The same case after all of this was committed, unless the table knows better by then. */
    CaseInHand committed() {
        var next = new CaseInHand(caseId, facts, true);
        if (!drawn.isEmpty()) {
            next.drawn.put(drawn.lastKey(), drawn.lastEntry().getValue());
        }
        return next;
    }

    /** Takes one more fact; one that was read before changes nothing. */
    void take(RecordedFact next) {
        if (next.sequence() < facts.size()) {
            return;
        }
        changes.add(Rectangles.change(facts, next));
        facts.add(next);
    }

    String caseId() {
        return caseId;
    }

    /** Whether the tables have to be asked before anything is written. */
    boolean isBelieved() {
        return believed;
    }

    int written() {
        return written;
    }

    int size() {
        return facts.size();
    }

    boolean hasGrown() {
        return !changes.isEmpty();
    }

    /** The facts that are not in the table yet; {@link #changes()} has one for each. */
    List<RecordedFact> news() {
        return facts.subList(written, facts.size());
    }

    List<Rectangles.Change> changes() {
        return changes;
    }

    /** The changes that end something in the table: all that later ones would end, an earlier one ended that reached as far back. */
    List<Rectangles.Change> endings() {
        var endings = new ArrayList<Rectangles.Change>();
        if (written > 0) {
            for (var change : changes) {
                if (endings.isEmpty()
                        || change.from()
                                .isBefore(endings.get(endings.size() - 1).from())) {
                    endings.add(change);
                }
            }
        }
        return endings;
    }

    /** The rectangles to be written: one that began and ended here is written once. */
    List<Rectangle> rectangles() {
        return Rectangles.spread(changes);
    }

    /** The columns of a rectangle's state, drawn once for all rectangles that show it. */
    Map<String, @Nullable Object> columns(
            Rectangle one, BiFunction<CaseAsOf, Instant, Map<String, @Nullable Object>> draw) {
        var known = drawn.get(one.occurredFrom());
        if (known == null || !known.state().equals(one.state())) {
            known = new Drawn(one.state(), draw.apply(one.state(), one.occurredFrom()));
            drawn.put(one.occurredFrom(), known);
        }
        return known.columns();
    }
}
