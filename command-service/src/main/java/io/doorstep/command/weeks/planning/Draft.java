package io.doorstep.command.weeks.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 草案。 A plan while the optimiser works on it. */
@PlanningSolution
@SuppressWarnings("NullAway.Init") // the optimiser makes copies through the empty constructor
public class Draft {

    @PlanningEntityCollectionProperty
    List<Visit> visits;

    List<Slot> allSlots;
    Ways ways;
    int dailyLoad;

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = 5)
    @Nullable
    BendableLongScore score;

    Draft() {}

    Draft(List<Visit> visits, List<Slot> allSlots, Ways ways, int dailyLoad) {
        this.visits = visits;
        this.allSlots = allSlots;
        this.ways = ways;
        this.dailyLoad = dailyLoad;
    }
}
