package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.events.cases.Petitioner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 案件的记忆。 The facts of one case, which can be asked how it stood at any moment.
 *
 * <p>Facts may be recorded out of order, so the state at a moment is folded from what had happened by then, and knows
 * what is on record as having happened later.
 */
public final class CaseHistory {

    private final List<Remembered> facts = new ArrayList<>();
    private @Nullable CaseReported report;

    record Remembered(CaseEvent fact, String actor) {}

    public void remember(CaseEvent fact, String actor) {
        facts.add(new Remembered(fact, actor));
        if (fact instanceof CaseReported reported) {
            report = reported;
        }
    }

    /** How many facts the case has. */
    public long version() {
        return facts.size();
    }

    /** Whether something was done later; that a day ended is nothing that was done. */
    public boolean knowsLaterThan(Instant moment) {
        return facts.stream()
                .filter(known -> !(known.fact() instanceof DeadlinePassed))
                .anyMatch(known -> known.fact().occurredAt().isAfter(moment));
    }

    /** Whether the case had ended when a visit was put on record. */
    public boolean arrivedAfterTheEnd(String visitId) {
        var over = false;
        for (var known : facts) {
            if (known.fact() instanceof CaseVisited visit && visit.visitId().equals(visitId)) {
                return over;
            }
            over = !(known.fact() instanceof CaseReopened) && (over || Later.ends(known.fact()));
        }
        return false;
    }

    /** The latest moment that anything on record happened at. */
    public Optional<Instant> latest() {
        return facts.stream().map(known -> known.fact().occurredAt()).max(Comparator.naturalOrder());
    }

    public CaseState asOf(Instant moment) {
        var state = new CaseState();
        facts.stream()
                .sorted(Comparator.comparing(known -> known.fact().occurredAt()))
                .forEach(known -> {
                    if (known.fact().occurredAt().isAfter(moment)) {
                        state.later().add(known.fact());
                    } else {
                        state.evolve(known.fact(), known.actor());
                    }
                });
        return state;
    }

    /** Who brought the matter, in the order of the report. */
    public List<Petitioner> petitioners() {
        return report == null ? List.of() : report.petitioners();
    }

    public Receipt receipt() {
        if (report == null) {
            throw new IllegalStateException("a case begins with its report");
        }
        return new Receipt(report.caseId(), report.number(), version());
    }
}
