package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.query.asof.Revisit;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Stance;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** 结果指标。 Figures over what happened in the window: resolutions, revisits, close-outs. */
final class Outcomes {

    private Outcomes() {}

    static List<Counted> settlement(CaseAsOf state, Window window, FigureRule rule) {
        return resolutions(
                state, window, rule, (cycle, how) -> Stance.ACCEPTS.name().equals(stance(cycle, how)));
    }

    static List<Counted> doorstep(CaseAsOf state, Window window, FigureRule rule) {
        return resolutions(state, window, rule, (cycle, how) -> how.doorstep());
    }

    static List<Counted> revisitConfirmation(CaseAsOf state, Window window, FigureRule rule) {
        return state.cycles().stream()
                .flatMap(cycle -> cycle.revisits().stream())
                .filter(revisit -> window.holds(revisit.at()))
                .map(revisit -> confirmation(state, revisit, rule))
                .toList();
    }

    static List<Counted> reopen(CaseAsOf state, Window window, FigureRule rule) {
        return state.cycles().stream()
                .flatMap(cycle -> {
                    var closed = cycle.closedOutAt();
                    return closed == null || !window.holds(closed)
                            ? Stream.of()
                            : Stream.of(reopened(state, cycle, closed, window, rule));
                })
                .toList();
    }

    private static Counted reopened(CaseAsOf state, Cycle cycle, Instant closed, Window window, FigureRule rule) {
        var exit = rule.excludedBy(state);
        if (exit != null) {
            return Counted.excluded(state, closed, exit.which().name());
        }
        var reopened = cycle.reopenedAt();
        var days = rule.observationDays();
        if (days == null) {
            return Counted.on(state, closed, reopened == null ? Part.DENOMINATOR : Part.NUMERATOR);
        }
        var lastDay = window.deadlines().day(closed).plusDays(days);
        if (!window.over(lastDay)) {
            return Counted.excluded(state, closed, FirstTime.NOT_YET_OBSERVED);
        }
        return Counted.on(
                state,
                closed,
                reopened != null && window.inTime(reopened, lastDay) ? Part.NUMERATOR : Part.DENOMINATOR);
    }

    private static List<Counted> resolutions(
            CaseAsOf state, Window window, FigureRule rule, BiPredicate<Cycle, Resolution> in) {
        return state.cycles().stream()
                .flatMap(cycle -> {
                    var how = rule.result(cycle);
                    var on = how == null ? null : rule.resultDate(cycle, how);
                    if (how == null || on == null || !window.holds(on)) {
                        return Stream.of();
                    }
                    var exit = rule.excludedBy(state);
                    return Stream.of(
                            exit != null
                                    ? Counted.excluded(state, on, exit.which().name())
                                    : Counted.on(state, on, in.test(cycle, how) ? Part.NUMERATOR : Part.DENOMINATOR)
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

    private static Counted confirmation(CaseAsOf state, Revisit revisit, FigureRule rule) {
        var exit = rule.excludedBy(state);
        if (exit != null) {
            return Counted.excluded(state, revisit.at(), exit.which().name());
        }
        return switch (RevisitVerdict.valueOf(revisit.verdict())) {
            case CONFIRMED -> Counted.on(state, revisit.at(), Part.NUMERATOR);
            case NOT_RESOLVED -> Counted.on(state, revisit.at(), Part.DENOMINATOR);
            case NOT_REACHED ->
                rule.excludes().contains(FigureTerms.NOT_REACHED)
                        ? Counted.excluded(state, revisit.at(), FigureTerms.NOT_REACHED)
                        : Counted.on(state, revisit.at(), Part.DENOMINATOR);
        };
    }

    /** Voided cases never were, merged ones count with another. */
    static boolean gone(CaseAsOf state) {
        var exit = state.exit();
        return exit != null && (exit.which() == CaseStatus.VOIDED || exit.which() == CaseStatus.MERGED);
    }
}
