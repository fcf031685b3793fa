package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseVisited;
import io.doorstep.terms.FollowUp;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 走访。 One visit to, or reception of, the petitioner.
 *
 * @param late OUT_OF_ORDER or RECORDED_LATE; null when it was put on record in time
 * @param afterTheEnd whether the case had ended when the visit was put on record
 * @param followUp a constant of {@code FollowUp}; null while nobody said what became of it
 */
public record Visit(
        String visitId,
        String type,
        Instant at,
        String place,
        List<String> officers,
        String outcome,
        @Nullable LocalDate commitmentBy,
        @Nullable String stance,
        @Nullable String late,
        boolean afterTheEnd,
        @Nullable String followUp,
        @Nullable Instant followedUpAt) {

    static Visit of(CaseVisited visited, RecordedFact recorded) {
        return new Visit(
                visited.visitId(),
                visited.type(),
                recorded.occurredAt(),
                visited.place(),
                List.copyOf(visited.officers()),
                visited.outcome(),
                visited.commitmentBy(),
                visited.stance(),
                recorded.late(),
                false,
                null,
                null);
    }

    Visit followedUp(String result, Instant when) {
        return new Visit(
                visitId, type, at, place, officers, outcome, commitmentBy, stance, late, afterTheEnd, result, when);
    }

    Visit afterTheEnd(boolean arrived) {
        return new Visit(
                visitId,
                type,
                at,
                place,
                officers,
                outcome,
                commitmentBy,
                stance,
                late,
                arrived,
                followUp,
                followedUpAt);
    }

    /** Whether something was promised of which nobody has said that it was done. */
    public boolean promises() {
        return outcome.equals(VisitOutcome.COMMITMENT.name())
                && commitmentBy != null
                && !FollowUp.COMMITMENT_KEPT.name().equals(followUp);
    }

    /** Whether somebody went to the village or home; an audit or a reception at the office does not count as that. */
    public boolean atTheDoorstep() {
        return type.equals(VisitType.DOWN_VISIT.name()) || type.equals(VisitType.APPOINTED_VISIT.name());
    }
}
