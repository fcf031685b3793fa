package io.doorstep.command.weeks.planning;

import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import java.util.Set;

/**
 * 待访案件。 A case that somebody could visit in the week.
 *
 * @param place code of the village, or of what else the case is of
 * @param township code of the township that the place lies in, or is
 * @param type the visit that it needs
 * @param recused who must keep out of it
 */
public record Candidate(
        String caseId, String place, String township, VisitType type, Set<VisitReason> reasons, Set<String> recused) {

    public Candidate {
        reasons = Set.copyOf(reasons);
        recused = Set.copyOf(recused);
    }

    public boolean overdue() {
        return reasons.contains(VisitReason.OVERDUE);
    }

    /** Its weight against other cases: that there is a case at all counts most, then its other reasons. */
    int urgency() {
        return 10
                + reasons.stream()
                        .filter(reason -> reason != VisitReason.OVERDUE)
                        .mapToInt(VisitReason::urgency)
                        .sum();
    }

    /** Whether a leader may make this visit on some day, his days away left out. */
    boolean allows(Envoy leader) {
        return leader.goesTo(township) && leader.makes(type) && !recused.contains(leader.id());
    }
}
