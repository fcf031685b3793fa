package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Exit;
import io.doorstep.query.asof.Supervision;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.ResolutionOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 年内办理。 What was done in a year, counted by what happened in it: Reg. 41 asks how matters were sent on and supervised, and
 * what came of suggestions. Voided cases never were, merged ones go on as another.
 */
enum Deed {
    ASSIGNED,
    ACCEPTED,
    DECLINED,
    DIVERTED,
    WITHDRAWN,
    RESOLVED,
    CLOSED_OUT,
    REOPENED,
    REVIEW_REQUESTED,
    REVIEW_DECIDED;

    /** How often it was done in the window. */
    long times(CaseAsOf state, Window window) {
        return Outcomes.gone(state)
                ? 0
                : moments(state).filter(Objects::nonNull).filter(window::holds).count();
    }

    /** 督办. The orders of the window. */
    static Stream<Supervision> supervisions(CaseAsOf state, Window window) {
        return Outcomes.gone(state)
                ? Stream.of()
                : state.supervisions().stream().filter(order -> window.holds(order.orderedAt()));
    }

    /** Whether a suggestion was taken up in the window. */
    static boolean adopted(CaseAsOf state, Window window) {
        return state.matter().kind().equals(CaseKind.SUGGESTION.name())
                && !Outcomes.gone(state)
                && state.cycle().resolution() != null
                && window.holds(state.cycle().resolution().at())
                && state.cycle().resolution().outcome().equals(ResolutionOutcome.ADOPTED.name());
    }

    private Stream<@Nullable Instant> moments(CaseAsOf state) {
        return switch (this) {
            case ASSIGNED -> state.assignments().stream().map(one -> one.assignedAt());
            case ACCEPTED -> state.cycles().stream().map(cycle -> cycle.acceptedAt());
            case DECLINED, DIVERTED, WITHDRAWN -> exit(state, CaseStatus.valueOf(name()));
            case RESOLVED -> state.cycles().stream().map(cycle -> cycle.resolvedAt());
            case CLOSED_OUT -> state.cycles().stream().map(cycle -> cycle.closedOutAt());
            case REOPENED -> state.cycles().stream().map(cycle -> cycle.reopenedAt());
            case REVIEW_REQUESTED -> state.reviews().stream().map(review -> review.requestedAt());
            case REVIEW_DECIDED -> state.reviews().stream().map(review -> review.decidedAt());
        };
    }

    private static Stream<@Nullable Instant> exit(CaseAsOf state, CaseStatus which) {
        return Stream.ofNullable(state.exit())
                .filter(exit -> exit.which() == which)
                .map(Exit::at);
    }
}
