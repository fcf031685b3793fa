package io.doorstep.weeks;

import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 待访案件。 An open case that could be visited.
 *
 * @param village code of the village, or of what else the case is of
 * @param township code of the township; null for a case of the county itself, which nobody can walk to
 * @param type the visit that it needs
 * @param barred leaders who may not know of it
 */
public record VisitCandidate(
        String caseId,
        String number,
        String title,
        String village,
        @Nullable String township,
        VisitType type,
        Set<VisitReason> reasons,
        Set<String> barred) {}
