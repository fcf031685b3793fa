package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 其后之事。 What is on record as having happened after the moment of a decision, in the order in which it happened. */
public final class Later {

    private static final Set<Class<? extends CaseEvent>> EXITS =
            Set.of(CaseDeclined.class, CaseDiverted.class, CaseMerged.class, CaseWithdrawn.class, CaseVoided.class);

    private final List<CaseEvent> facts = new ArrayList<>();

    /** Whether a fact ends a case: strikes it off, or lets it leave another way. */
    static boolean ends(CaseEvent fact) {
        return fact instanceof CaseClosedOut || EXITS.contains(fact.getClass());
    }

    void add(CaseEvent fact) {
        facts.add(fact);
    }

    /** Before the next reopening. */
    public <E extends CaseEvent> boolean thisCycle(Class<E> sort, Predicate<E> such) {
        return facts.stream()
                .takeWhile(fact -> !(fact instanceof CaseReopened))
                .filter(sort::isInstance)
                .anyMatch(fact -> such.test(sort.cast(fact)));
    }

    public boolean thisCycle(Class<? extends CaseEvent> sort) {
        return thisCycle(sort, fact -> true);
    }

    /** Before somebody else answers, or nobody. */
    public boolean thisAssignment(Class<? extends CaseEvent> sort) {
        return before(sort, CaseAssigned.class, AssignmentReturned.class);
    }

    /** Before any fact of the other sorts. */
    public boolean before(Class<? extends CaseEvent> sort, Class<?>... others) {
        return facts.stream()
                .takeWhile(
                        fact -> sort.isInstance(fact) || Stream.of(others).noneMatch(other -> other.isInstance(fact)))
                .anyMatch(sort::isInstance);
    }

    /** When the last of it happened. */
    Instant last() {
        return facts.get(facts.size() - 1).occurredAt();
    }

    public <E extends CaseEvent> Stream<E> all(Class<E> sort) {
        return facts.stream().filter(sort::isInstance).map(sort::cast);
    }

    /** Whether the case has one more cycle, which is then the only one that can be reopened. */
    public boolean reopened() {
        return all(CaseReopened.class).findAny().isPresent();
    }

    /** Whether the case leaves by an exit in this cycle. */
    public boolean leaves() {
        return EXITS.stream().anyMatch(this::thisCycle);
    }

    /** An exit ends a case for good, so it must not be put before another end that is on record. */
    public void mustKnowNoEnd() {
        Refusal.CASE_IS_CLOSED_OUT.when(all(CaseClosedOut.class).findAny().isPresent());
        Refusal.CASE_HAS_LEFT.when(
                EXITS.stream().anyMatch(exit -> all(exit).findAny().isPresent()));
    }
}
