package io.doorstep.query.asof;

import io.doorstep.policy.Deadlines;
import io.doorstep.visits.VisitQuestion;
import java.util.List;

/** 待人工处理。 What a visit leaves open for somebody to decide, as its case stands; nothing once somebody did. */
public final class LeftOpen {

    private LeftOpen() {}

    public static List<VisitQuestion> by(Visit visit, CaseAsOf of, Deadlines deadlines) {
        if (visit.followUp() != null) {
            return List.of();
        }
        var day = deadlines.day(visit.at());
        return VisitQuestion.of(
                visit.type(),
                visit.outcome(),
                new VisitQuestion.Standing(
                        of.cycle().closedOutAt() != null,
                        of.exit() != null,
                        visit.afterTheEnd(),
                        of.cycle().resolution() != null,
                        visit.officers().stream().anyMatch(of.recused()::contains)),
                of.visits().stream()
                        .filter(other -> !other.visitId().equals(visit.visitId())
                                && deadlines.day(other.at()).equals(day))
                        .map(Visit::outcome)
                        .toList());
    }
}
