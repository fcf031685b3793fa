package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.RevisitVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 一次性化解。 Whether a matter that came for the first time was settled for good: for so many days after its close-out, which
 * the rules say, nothing came after. One that fails at once is not counted before the others can be, or the rate would
 * begin low and rise by waiting.
 */
final class FirstTime {

    static final String NOT_YET_OBSERVED = "NOT_YET_OBSERVED";

    private FirstTime() {}

    static List<Counted> of(CaseAsOf state, Window window, FigureRule rule) {
        var first = state.cycles().get(0);
        var closed = first.closedOutAt();
        if (closed == null || !window.holds(closed) || state.repeat()) {
            return List.of();
        }
        var exit = rule.excludedBy(state);
        if (exit != null) {
            return List.of(Counted.excluded(state, closed, exit.which().name()));
        }
        var deadlines = window.deadlines();
        var days = rule.observationDays();
        var lastDay = deadlines
                .day(closed)
                .plusDays(days == null ? deadlines.policyAt(closed).firstTimeObservationDays() : days);
        if (!window.over(lastDay)) {
            return List.of(Counted.excluded(state, closed, NOT_YET_OBSERVED));
        }
        var part = cameBack(state, first, closed, lastDay, window) ? Part.DENOMINATOR : Part.NUMERATOR;
        var how = first.resolution();
        var counted = Counted.on(state, closed, part);
        return List.of(
                how == null ? counted : counted.by(how.unit(), how.officer()).at(how.place()));
    }

    private static boolean cameBack(CaseAsOf state, Cycle first, Instant closed, LocalDate lastDay, Window window) {
        var reopened = first.reopenedAt();
        return (reopened != null && window.inTime(reopened, lastDay))
                || first.revisits().stream()
                        .anyMatch(revisit -> revisit.verdict().equals(RevisitVerdict.NOT_RESOLVED.name())
                                && window.inTime(revisit.at(), lastDay))
                || state.reviews().stream().anyMatch(review -> {
                    var decided = review.decidedAt();
                    return decided != null
                            && !ReviewDecision.UPHELD.name().equals(review.decision())
                            && window.inTime(decided, lastDay);
                })
                || window.cameAgain().getOrDefault(state.caseId(), List.of()).stream()
                        .anyMatch(again -> again.isAfter(closed) && window.inTime(again, lastDay));
    }
}
