package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 按登记计的指标。 Figures over cases, each of which counts once. */
final class Cohorts {

    /** Exits that take a case out of the denominator: it was never one, counts with another, or belongs elsewhere. */
    private static final Set<CaseStatus> NOT_OURS = Set.of(CaseStatus.VOIDED, CaseStatus.MERGED, CaseStatus.DIVERTED);

    private Cohorts() {}

    static List<Counted> resolution(CaseAsOf state, Window window) {
        return cohort(state, window, settled(state.cycle()) != null);
    }

    static List<Counted> closeOut(CaseAsOf state, Window window) {
        return cohort(state, window, state.exit() == null && state.cycle().closedOutAt() != null);
    }

    static List<Counted> adoption(CaseAsOf state, Window window) {
        if (!state.matter().kind().equals(CaseKind.SUGGESTION.name())) {
            return List.of();
        }
        var how = state.cycle().resolution();
        return cohort(state, window, how != null && how.outcome().equals(ResolutionOutcome.ADOPTED.name()));
    }

    static List<Counted> repeat(CaseAsOf state, Window window) {
        if (!window.holds(state.reportedAt())) {
            return List.of();
        }
        var exit = state.exit();
        if (exit != null && (exit.which() == CaseStatus.VOIDED || exit.which() == CaseStatus.MERGED)) {
            return List.of(
                    Counted.excluded(state, state.reportedAt(), exit.which().name()));
        }
        return List.of(part(state, state.reportedAt(), state.repeat()));
    }

    static List<Counted> resolutionFlow(CaseAsOf state, Window window) {
        var resolvedInWindow =
                state.cycles().stream().map(Cohorts::settled).anyMatch(how -> how != null && window.holds(how.at()));
        var reportedInWindow = window.holds(state.reportedAt());
        var from = window.from();
        if (!reportedInWindow && (from == null || !open(state, from))) {
            return resolvedInWindow
                    ? List.of(Counted.excluded(state, state.reportedAt(), "REOPENED_IN_WINDOW"))
                    : List.of();
        }
        return excludedByExit(state, state.reportedAt(), resolvedInWindow);
    }

    private static List<Counted> cohort(CaseAsOf state, Window window, boolean in) {
        return window.holds(state.reportedAt()) ? excludedByExit(state, state.reportedAt(), in) : List.of();
    }

    private static List<Counted> excludedByExit(CaseAsOf state, Instant on, boolean in) {
        var exit = state.exit();
        if (exit != null && NOT_OURS.contains(exit.which())) {
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
