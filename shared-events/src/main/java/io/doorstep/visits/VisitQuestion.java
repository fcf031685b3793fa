package io.doorstep.visits;

import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** 待人工处理。 Why somebody has to look at a visit and decide; the record itself stands whatever he decides. */
public enum VisitQuestion {
    /** 案件已销号。 The case had been struck off when the visit became known. */
    CASE_CLOSED_OUT,
    /** 案件已转出。 The case had left the list another way. */
    CASE_LEFT_THE_LIST,
    /** 走访人应回避。 Somebody went who is to keep away from the case. */
    OFFICER_RECUSED,
    /** 当场化解未办结。 Settled at the door, says the visit; nobody has recorded the resolution. */
    NOT_YET_RESOLVED,
    /** 同日走访结果不一。 Another visit of the same day came to something else. */
    OTHER_VISIT_DIFFERS,
    /** 巡访未办结的案件。 An inspection, which is of cases that were ended, while this one is open. */
    INSPECTED_WHILE_OPEN;

    /**
     * 案件情形。 How the case of a visit stands.
     *
     * @param arrivedAfterTheEnd whether it was closed out, or had left, when the visit was put on record
     * @param recused whether somebody who went is to keep away from the case
     */
    public record Standing(
            boolean closedOut, boolean left, boolean arrivedAfterTheEnd, boolean resolved, boolean recused) {

        boolean over() {
            return closedOut || left;
        }
    }

    /**
     * The questions that a visit leaves open.
     *
     * @param type a constant of {@link VisitType}
     * @param outcome a constant of {@link VisitOutcome}
     * @param others the outcomes of other visits to the case on the same day
     */
    public static List<VisitQuestion> of(String type, String outcome, Standing now, Collection<String> others) {
        if (now.over() && !now.arrivedAfterTheEnd()) {
            // whoever ended the case knew of the visit
            return List.of();
        }
        var questions = new ArrayList<VisitQuestion>();
        var settled = outcome.equals(VisitOutcome.RESOLVED_ON_SPOT.name());
        if (now.closedOut() && !settled) {
            questions.add(CASE_CLOSED_OUT);
        }
        if (now.left()) {
            questions.add(CASE_LEFT_THE_LIST);
        }
        if (now.recused()) {
            questions.add(OFFICER_RECUSED);
        }
        if (settled && !now.resolved() && !now.over()) {
            questions.add(NOT_YET_RESOLVED);
        }
        // that somebody was not at home says nothing against what another heard from him
        if (!outcome.equals(VisitOutcome.NOT_MET.name())
                && others.stream()
                        .anyMatch(other -> !other.equals(outcome) && !other.equals(VisitOutcome.NOT_MET.name()))) {
            questions.add(OTHER_VISIT_DIFFERS);
        }
        if (type.equals(VisitType.INSPECTION_VISIT.name()) && !now.resolved() && !now.over()) {
            questions.add(INSPECTED_WHILE_OPEN);
        }
        return questions;
    }
}
