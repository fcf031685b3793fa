package io.doorstep.proof.check;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.Frontier;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * 验真。 Says whether a history is whole: every fact against the ledger, the ledger against its own chain, and both against what was signed.
 *
 * <p>What somebody changed together with the ledger shows at the checkpoints only: between the last that agrees and the first that does
 * not, or to the fact where the leaves were sent along. Of what was put on record after the last checkpoint, only what the ledger itself
 * gives away is found. A destroyed key changes no stored byte, and so nothing here.
 */
public final class Verification {

    private static final int SHOWN = 1000;

    private final List<SigningKey> keys;
    private final List<Section> sections;
    private final LongConsumer progress;

    /**
     * A check against what is known from elsewhere.
     *
     * @param keys those whose signature counts
     * @param sections every checkpoint to compare with
     * @param progress is told how many facts were looked at so far
     */
    public Verification(List<SigningKey> keys, List<Section> sections, LongConsumer progress) {
        this.keys = keys;
        this.sections = sections.stream()
                .sorted(Comparator.comparingLong(
                        one -> one.signed().checkpoint().size()))
                .toList();
        this.progress = progress;
    }

    public Report of(History history) {
        var found = new ArrayList<Finding>();
        var facts = new FactComparison(history.algorithm(), progress);
        facts.compare(history.facts(), history.linesByIndex());
        found.addAll(facts.findings());
        var walk = new Walk(history);
        found.addAll(walk.found);
        var sent = leaves();
        if (!sent.isEmpty() && walk.differs) {
            found.addAll(new LeafComparison(sent, all(history.linesByPosition())).findings());
        }
        var distinct = found.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Finding::position).thenComparing(Finding::kind))
                .toList();
        return new Report(
                history.algorithm(),
                facts.facts(),
                walk.edge.size(),
                facts.waiting(),
                sections.size(),
                walk.edge.root(),
                distinct.size(),
                named(history, distinct.stream().limit(SHOWN).toList()));
    }

    /** The walk along the ledger: chain, root, checkpoints. */
    private final class Walk {
        final Frontier edge;
        final List<Finding> found = new ArrayList<>();
        boolean differs;
        private byte[] chain;

        Walk(History history) {
            edge = new Frontier(history.algorithm());
            chain = history.algorithm().ofNothing();
            var next = sections.iterator();
            var due = next.hasNext() ? next.next() : null;
            var expected = 0L;
            var lines = history.linesByPosition();
            while (lines.hasNext()) {
                var line = lines.next();
                var link = history.algorithm().link(chain, line.leaf());
                if (line.position() != expected || !Arrays.equals(link, line.chain())) {
                    found.add(Finding.of(Kind.LEDGER_CHANGED, line));
                }
                chain = line.chain();
                expected = line.position() + 1;
                edge.add(line.leaf());
                while (due != null && due.signed().checkpoint().size() <= edge.size()) {
                    compare(due.signed());
                    due = next.hasNext() ? next.next() : null;
                }
            }
            // one that is missing before the end shortens the ledger too: it is a cut only when all before it agrees
            if (due != null
                    && !differs
                    && leaves().size() < due.signed().checkpoint().size()) {
                found.add(Finding.at(Kind.CUT_OFF, edge.size()));
            }
            while (due != null) {
                differs = true;
                found.add(Finding.at(
                        Kind.CHECKPOINT_DIFFERS, due.signed().checkpoint().size()));
                signature(due.signed());
                due = next.hasNext() ? next.next() : null;
            }
        }

        private void compare(Checkpoint.Signed signed) {
            var said = signed.checkpoint();
            signature(signed);
            if (said.size() != edge.size()
                    || !Arrays.equals(said.root(), edge.root())
                    || !Arrays.equals(said.chain(), chain)) {
                found.add(Finding.at(Kind.CHECKPOINT_DIFFERS, said.size()));
                differs = true;
            }
        }

        private void signature(Checkpoint.Signed signed) {
            var said = signed.checkpoint();
            var known = keys.stream().filter(key -> key.id().equals(said.keyId()));
            if (known.noneMatch(key -> key.signed(said.signedWords(), signed.signature()))) {
                found.add(Finding.at(Kind.SIGNATURE_WRONG, said.size()));
            }
        }
    }

    /** The leaves from the first on, as far as they were sent without a gap. */
    private List<byte[]> leaves() {
        var all = new ArrayList<byte[]>();
        for (var section : sections) {
            var size = section.signed().checkpoint().size();
            if (section.from() <= all.size()
                    && size > all.size()
                    && section.leaves().size() == size - section.from()) {
                all.addAll(section.leaves()
                        .subList(
                                (int) (all.size() - section.from()),
                                section.leaves().size()));
            }
        }
        return all;
    }

    private static List<LedgerLine> all(Iterator<LedgerLine> lines) {
        var all = new ArrayList<LedgerLine>();
        lines.forEachRemaining(all::add);
        return all;
    }

    private static List<Finding> named(History history, List<Finding> found) {
        var wanted = new HashSet<Long>();
        found.stream().filter(one -> one.index() >= 0).forEach(one -> wanted.add(one.index()));
        if (wanted.isEmpty()) {
            return found;
        }
        Map<Long, StoredFact> facts = new HashMap<>();
        history.facts().forEachRemaining(fact -> {
            if (wanted.contains(fact.index())) {
                facts.put(fact.index(), fact);
            }
        });
        return found.stream()
                .map(one -> {
                    var fact = facts.get(one.index());
                    return fact == null ? one : one.named(fact);
                })
                .toList();
    }
}
