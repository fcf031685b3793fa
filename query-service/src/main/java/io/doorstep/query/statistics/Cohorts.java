package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 按登记计的指标。 Figures over cases, each of which counts once. */
final class Cohorts {

    private Cohorts() {}

    static List<Counted> resolution(CaseAsOf state, Window window, FigureRule rule) {
        return cohort(state, window, rule, rule.resolved(state.cycle()) != null);
    }

    static List<Counted> closeOut(CaseAsOf state, Window window, FigureRule rule) {
        return cohort(state, window, rule, state.exit() == null && state.cycle().closedOutAt() != null);
    }

    static List<Counted> adoption(CaseAsOf state, Window window, FigureRule rule) {
        if (!state.matter().kind().equals(CaseKind.SUGGESTION.name())) {
            return List.of();
        }
        var how = state.cycle().resolution();
        return cohort(state, window, rule, how != null && how.outcome().equals(ResolutionOutcome.ADOPTED.name()));
    }

    static List<Counted> repeat(CaseAsOf state, Window window, FigureRule rule) {
        return cohort(state, window, rule, state.repeat());
    }

    static List<Counted> resolutionFlow(CaseAsOf state, Window window, FigureRule rule) {
        var resolvedInWindow =
                state.cycles().stream().map(rule::resolved).anyMatch(how -> how != null && window.holds(how.at()));
        var reportedInWindow = window.holds(state.reportedAt());
        var from = window.from();
        if (!reportedInWindow && (from == null || !open(state, from))) {
            if (!resolvedInWindow) {
                return List.of();
            }
            return rule.excludes().contains(FigureTerms.REOPENED_IN_WINDOW)
                    ? List.of(Counted.excluded(state, state.reportedAt(), FigureTerms.REOPENED_IN_WINDOW))
                    : excludedByExit(state, rule, state.reportedAt(), true);
        }
        return excludedByExit(state, rule, state.reportedAt(), resolvedInWindow);
    }

    private static List<Counted> cohort(CaseAsOf state, Window window, FigureRule rule, boolean in) {
        if (!rule.date().equals(FigureTerms.ACCEPTED)) {
            return window.holds(state.reportedAt()) ? excludedByExit(state, rule, state.reportedAt(), in) : List.of();
        }
        var accepted = state.cycles().get(0).acceptedAt();
        if (accepted != null) {
            return window.holds(accepted) ? excludedByExit(state, rule, accepted, in) : List.of();
        }
        if (!window.holds(state.reportedAt())) {
            return List.of();
        }
        var exit = rule.excludedBy(state);
        return List.of(Counted.excluded(
                state,
                state.reportedAt(),
                exit == null ? FigureRule.NOT_ACCEPTED : exit.which().name()));
    }

    private static List<Counted> excludedByExit(CaseAsOf state, FigureRule rule, Instant on, boolean in) {
        var exit = rule.excludedBy(state);
        if (exit != null) {
            return List.of(Counted.excluded(state, on, exit.which().name()));
        }
        return List.of(part(state, on, in));
    }

    /** The unit is the one that resolved the case, or else the one that answers for it as of now. */
    private static Counted part(CaseAsOf state, Instant on, boolean in) {
        var counted = Counted.on(state, on, in ? Part.NUMERATOR : Part.DENOMINATOR);
        var how = state.cycle().resolution();
        if (how != null && how.unit() != null) {
            return counted.by(how.unit(), how.officer());
        }
        return state.answering()
                .map(one -> counted.by(one.unit(), one.officer()))
                .orElse(counted);
    }

    static @Nullable Resolution settled(Cycle cycle) {
        var how = cycle.resolution();
        return how != null && how.result().equals(ResolutionResult.SETTLED.name()) ? how : null;
    }

    /** Whether the case was on the problem list at a moment. */
    private static boolean open(CaseAsOf state, Instant at) {
        var exit = state.exit();
        if (state.reportedAt().isAfter(at) || (exit != null && !exit.at().isAfter(at))) {
            return false;
        }
        var then = state.cycles().stream()
                .filter(cycle -> !cycle.openedAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(state.cycle());
        var closed = then.closedOutAt();
        return closed == null || closed.isAfter(at);
    }
}
