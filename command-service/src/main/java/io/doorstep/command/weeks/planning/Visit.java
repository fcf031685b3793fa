package io.doorstep.command.weeks.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 待排走访。 One case that the optimiser puts into a leader's day, or leaves out. */
@PlanningEntity(comparatorClass = Visit.Difficulty.class)
@SuppressWarnings("NullAway.Init") // the optimiser makes copies through the empty constructor
public class Visit {

    @PlanningId
    int index;

    Candidate candidate;

    /** Where it may stand: rank, township, recusal and days away are in here already. */
    @ValueRangeProvider
    List<Slot> slots;

    @PlanningPin
    boolean pinned;

    @PlanningVariable(allowsUnassigned = true)
    @Nullable
    Slot slot;

    /** Numbers of its place and its township in the table of ways. */
    int place;

    int township;

    /** Of the case, looked up once: a search asks for them a million times. */
    boolean overdue;

    int urgency;

    Visit() {}

    Visit(int index, Candidate candidate, List<Slot> slots, @Nullable Slot pin, int place, int township) {
        this.index = index;
        this.candidate = candidate;
        this.slots = slots;
        this.pinned = pin != null;
        this.slot = pin;
        this.place = place;
        this.township = township;
        this.overdue = candidate.overdue();
        this.urgency = candidate.urgency();
    }

    /** The most urgent and then the hardest to place are placed first. */
    public static final class Difficulty implements Comparator<Visit> {

        static final Comparator<Visit> ORDER = Comparator.comparing((Visit it) -> it.overdue)
                .thenComparing(it -> -it.slots.size())
                .thenComparing(it -> it.urgency)
                .thenComparing(it -> -it.township)
                .thenComparing(it -> -it.place)
                .thenComparing(it -> -it.index);

        @Override
        public int compare(Visit one, Visit other) {
            return ORDER.compare(one, other);
        }
    }
}
