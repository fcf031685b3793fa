package io.doorstep.command.weeks.planning;

import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;

/**
 * 用力。 How much work a plan is searched with: moves tried, and no clock, so that the same week gives the same plan whatever else
 * the machine has to do.
 *
 * @param movesPerCase moves tried for each case, up to {@value #MOST_MOVES} for all of them
 * @param atMost only a safety net: a machine that is too slow cuts the search short then, and says so in its log
 * @param checked whether the optimiser checks itself all the way; for tests
 */
public record Effort(long movesPerCase, Duration atMost, boolean checked) {

    /** What the office uses. */
    public static final Effort USUAL = new Effort(1500, Duration.ofSeconds(55), false);

    private static final long MOST_MOVES = 2_000_000;

    SolverConfig config(int cases) {
        return new SolverConfig()
                .withSolutionClass(Draft.class)
                .withEntityClasses(Visit.class)
                .withEnvironmentMode(checked ? EnvironmentMode.FULL_ASSERT : EnvironmentMode.NO_ASSERT)
                .withRandomSeed(0L)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Weighing.class))
                .withTerminationConfig(new TerminationConfig().withSpentLimit(atMost))
                .withPhases(
                        new ConstructionHeuristicPhaseConfig()
                                .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT_DECREASING),
                        new LocalSearchPhaseConfig()
                                .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                                        .withMoveSelectors(
                                                new ChangeMoveSelectorConfig().withFixedProbabilityWeight(8.0),
                                                new SwapMoveSelectorConfig().withFixedProbabilityWeight(8.0)))
                                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(400))
                                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                                .withTerminationConfig(new TerminationConfig()
                                        .withMoveCountLimit(Math.min(movesPerCase * cases, MOST_MOVES))));
    }
}
