package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.identity.Actor;
import io.doorstep.reference.Paths;
import io.doorstep.terms.CaseKind;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * 知情范围。 Which cases somebody may know of; to all others he is told that they do not exist (docs/decisions/0019). The reading
 * side asks its tables the same in SQL, and a test compares the two.
 *
 * @param today the day on which units and places hang where they hang
 */
public record Sight(Actor actor, Paths paths, LocalDate today) {

    public boolean covers(CaseState known) {
        if (isSealedFrom(known) || known.recused(actor.id())) {
            return false;
        }
        return actor.id().equals(known.officer())
                || actor.id().equals(known.leadOfficer())
                || (worksAt(String.valueOf(known.field("place"))) && reaches(known));
    }

    /** Whether a place lies within the one that he works for. */
    public boolean worksAt(String place) {
        var own = actor.place();
        return own == null || paths.place(place, today).contains("/" + own + "/");
    }

    private boolean reaches(CaseState known) {
        var own = actor.unit();
        var unit = known.unit();
        return switch (actor.reach()) {
            case EVERY_UNIT -> true;
            case OWN_UNIT ->
                own != null && unit != null && paths.unit(unit, today).contains("/" + own + "/");
            case FIGURES, NOTHING -> false;
        };
    }

    /** An accusation does not exist for the unit that it accuses, nor for the units below it. */
    private boolean isSealedFrom(CaseState known) {
        var own = actor.unit();
        return known.kind() == CaseKind.ACCUSATION
                && own != null
                && Arrays.stream(paths.unit(own, today).split("/")).anyMatch(known::accuses);
    }
}
