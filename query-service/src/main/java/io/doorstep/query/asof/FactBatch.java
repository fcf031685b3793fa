package io.doorstep.query.asof;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 一批事实。 Facts that are read in one transaction and written together at its end, a table at a time. What a case was between two of them is
 * written as it was known then, once.
 */
final class FactBatch {

    private final FactTable facts;
    private final StateTable states;
    private final DutyTable duties;
    private final Memory memory;
    private final Map<String, CaseInHand> cases = new LinkedHashMap<>();

    /** Where a case may be found whose facts were read lately. */
    interface Memory {
        Memory NONE = (caseId, sequence) -> Optional.empty();

        /** The case as it stands before its fact of that sequence; empty when that is not known. */
        Optional<CaseInHand> at(String caseId, long sequence);
    }

    FactBatch(FactTable facts, StateTable states, DutyTable duties, Memory memory) {
        this.facts = facts;
        this.states = states;
        this.duties = duties;
        this.memory = memory;
    }

    /** Takes one fact more; nothing is kept of one that it throws at. */
    void take(RecordedFact recorded) {
        var caseId = recorded.fact().caseId();
        var inHand = cases.get(caseId);
        if (inHand == null) {
            inHand = memory.at(caseId, recorded.sequence()).orElseGet(() -> CaseInHand.found(caseId, facts.of(caseId)));
            cases.put(caseId, inHand);
        }
        inHand.take(recorded);
    }

    /** The cases that it has facts of. */
    Collection<CaseInHand> cases() {
        return cases.values();
    }

    /** Writes what has to be written; false when there is nothing. */
    boolean write() {
        var grown = cases.values().stream().filter(CaseInHand::hasGrown).toList();
        if (grown.isEmpty()) {
            return false;
        }
        confirm(grown.stream().filter(CaseInHand::isBelieved).toList());
        states.apply(grown);
        duties.keep(grown);
        facts.add(grown);
        return true;
    }

    /** What memory says of a case is a beginning and no proof: another node may have read on, or somebody made its rows anew. */
    private void confirm(List<CaseInHand> believed) {
        if (believed.isEmpty()) {
            return;
        }
        var counts = facts.counts(believed.stream().map(CaseInHand::caseId).toList());
        for (var one : believed) {
            var count = counts.getOrDefault(one.caseId(), 0L);
            if (count != one.written()) {
                throw new IllegalStateException("a case has " + count + " facts, not " + one.written());
            }
        }
    }
}
