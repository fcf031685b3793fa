package io.doorstep.weeks;

import io.doorstep.identity.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** 待访案件簿。 The open cases of a county that could be visited, as far as somebody may know of them; the reading side keeps the book. */
public interface VisitCandidates {

    /**
     * The most urgent first. Accusations are never among them.
     *
     * @param leaders whose sight of each case is asked for
     * @param on the day from which days are counted
     */
    List<VisitCandidate> seenBy(Actor asker, String county, Collection<String> leaders, LocalDate on);
}
