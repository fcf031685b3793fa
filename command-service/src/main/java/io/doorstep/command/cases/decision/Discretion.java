package io.doorstep.command.cases.decision;

import io.doorstep.terms.CaseKind;
import io.doorstep.web.Named;
import java.time.Instant;

/** 保密。 An accusation does not exist for the unit that it accuses (domain rule: invisible to the accused). */
public final class Discretion {

    private Discretion() {}

    public static void check(Circumstances at, CaseHistory history) {
        var unit = at.actor().unit();
        if (unit == null || at.imported() || history.version() == 0) {
            return;
        }
        var known = history.asOf(Instant.MAX);
        if (known.kind() == CaseKind.ACCUSATION && known.accuses(unit)) {
            throw Named.notFound();
        }
    }
}
