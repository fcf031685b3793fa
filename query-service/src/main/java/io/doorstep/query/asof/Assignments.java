package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseAssigned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The assignments of a case while its facts are being read. */
final class Assignments {

    private final List<AssignmentDraft> all = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** Puts the unit in charge; true when that took the case from another assignment. */
    boolean add(CaseAssigned given, RecordedFact recorded) {
        var before = last();
        if (before != null) {
            before.ended(AssignmentEnd.REPLACED, recorded.occurredAt());
        }
        var assignment = new AssignmentDraft(given, recorded);
        all.add(assignment);
        var mine = waiting.stream()
                .filter(one -> one.unit.equals(given.unit()) && one.recorded.sequence() > recorded.sequence())
                .toList();
        waiting.removeAll(mine);
        mine.forEach(one -> with(one.unit, one.recorded, one.what));
        return before != null;
    }

    /**
     * Does something to the unit's assignment in force. A fast clock may date an assignment after its own signature; then
     * the signature waits for the assignment.
     */
    void with(String unit, RecordedFact recorded, Consumer<AssignmentDraft> what) {
        for (var i = all.size() - 1; i >= 0; i--) {
            var one = all.get(i);
            if (one.inForce() && one.given.unit().equals(unit) && one.sequence < recorded.sequence()) {
                what.accept(one);
                return;
            }
        }
        waiting.add(new Waiting(unit, recorded, what));
    }

    void without(String officer) {
        all.stream().filter(AssignmentDraft::inForce).forEach(one -> one.without(officer));
    }

    @Nullable
    CaseAssigned answering() {
        var last = last();
        return last == null ? null : last.given;
    }

    private @Nullable AssignmentDraft last() {
        return all.stream()
                .filter(AssignmentDraft::inForce)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    List<Assignment> finished() {
        return all.stream().map(AssignmentDraft::finished).toList();
    }

    List<Return> returns() {
        return all.stream().flatMap(one -> one.returns.stream()).toList();
    }

    private record Waiting(String unit, RecordedFact recorded, Consumer<AssignmentDraft> what) {}
}
