package io.doorstep.command.cases.decision;

import io.doorstep.web.Named;
import java.time.Instant;

/** 保密。 A case that somebody may not know of does not exist for him, whatever he asks of it (docs/decisions/0019). */
public final class Discretion {

    private Discretion() {}

    public static void check(CaseCommand command, Circumstances at, CaseHistory history) {
        if (!at.imported()
                && !at.byTheClock()
                && history.version() > 0
                && !at.mayKnowOf(history.asOf(Instant.MAX))
                && !(command instanceof BroughtBack
                        && at.tookAlong(command.caseId().value()))) {
            throw Named.notFound();
        }
    }
}
