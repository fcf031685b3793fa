package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseVisited;
import io.doorstep.terms.VisitType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 走访。 One visit to, or reception of, the petitioner. */
public record Visit(
        String visitId,
        String type,
        Instant at,
        String place,
        List<String> officers,
        String outcome,
        @Nullable LocalDate commitmentBy,
        @Nullable String stance) {

    static Visit of(CaseVisited visited, Instant at) {
        return new Visit(
                visited.visitId(),
                visited.type(),
                at,
                visited.place(),
                List.copyOf(visited.officers()),
                visited.outcome(),
                visited.commitmentBy(),
                visited.stance());
    }

    /** Whether somebody went to the village or home; an audit or a reception at the office does not count as that. */
    public boolean atTheDoorstep() {
        return type.equals(VisitType.DOWN_VISIT.name()) || type.equals(VisitType.APPOINTED_VISIT.name());
    }
}
