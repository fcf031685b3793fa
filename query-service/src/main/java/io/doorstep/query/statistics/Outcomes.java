package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.query.asof.Revisit;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Stance;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** 结果指标。 Figures over what happened in the window: resolutions, revisits, close-outs. */
final class Outcomes {

    private Outcomes() {}

    static List<Counted> settlement(CaseAsOf state, Window window) {
        return resolutions(state, window, (cycle, how) -> Stance.ACCEPTS.name().equals(stance(cycle, how)));
    }

    static List<Counted> doorstep(CaseAsOf state, Window window) {
        return resolutions(state, window, (cycle, how) -> how.doorstep());
    }

    static List<Counted> revisitConfirmation(CaseAsOf state, Window window) {
        return state.cycles().stream()
                .flatMap(cycle -> cycle.revisits().stream())
                .filter(revisit -> window.holds(revisit.at()))
                .map(revisit -> confirmation(state, revisit))
                .toList();
    }

    static List<Counted> reopen(CaseAsOf state, Window window) {
        return state.cycles().stream()
                .flatMap(cycle -> {
                    var closed = cycle.closedOutAt();
                    if (closed == null || !window.holds(closed)) {
                        return Stream.of();
                    }
                    return Stream.of(
                            gone(state)
                                    ? Counted.excluded(state, closed, exit(state))
                                    : Counted.on(
                                            state,
                                            closed,
                                            cycle.reopenedAt() == null ? Part.DENOMINATOR : Part.NUMERATOR));
                })
                .toList();
    }

    private static List<Counted> resolutions(CaseAsOf state, Window window, BiPredicate<Cycle, Resolution> in) {
        return state.cycles().stream()
                .flatMap(cycle -> {
                    var how = Cohorts.settled(cycle);
                    if (how == null || !window.holds(how.at())) {
                        return Stream.of();
                    }
                    return Stream.of(
                            gone(state)
                                    ? Counted.excluded(state, how.at(), exit(state))
                                    : Counted.on(
                                                    state,
                                                    how.at(),
                                                    in.test(cycle, how) ? Part.NUMERATOR : Part.DENOMINATOR)
                                            .by(how.unit(), how.officer())
                                            .at(how.place()));
                })
                .toList();
    }

    /** The last that the petitioner is known to think of this cycle's result. */
    private static String stance(Cycle cycle, Resolution how) {
        var atResolution = how.stance() == null ? Stance.UNKNOWN.name() : how.stance();
        return cycle.revisits().stream()
                .map(Revisit::stance)
                .filter(stance -> !stance.equals(Stance.UNKNOWN.name()))
                .reduce(atResolution, (earlier, later) -> later);
    }

    private static Counted confirmation(CaseAsOf state, Revisit revisit) {
        return switch (RevisitVerdict.valueOf(revisit.verdict())) {
            case CONFIRMED -> Counted.on(state, revisit.at(), Part.NUMERATOR);
            case NOT_RESOLVED -> Counted.on(state, revisit.at(), Part.DENOMINATOR);
            case NOT_REACHED -> Counted.excluded(state, revisit.at(), RevisitVerdict.NOT_REACHED.name());
        };
    }

    /** Voided cases never were, merged ones count with another. */
    static boolean gone(CaseAsOf state) {
        var exit = state.exit();
        return exit != null && (exit.which() == CaseStatus.VOIDED || exit.which() == CaseStatus.MERGED);
    }

    private static String exit(CaseAsOf state) {
        var exit = state.exit();
        return exit == null ? "" : exit.which().name();
    }
}
