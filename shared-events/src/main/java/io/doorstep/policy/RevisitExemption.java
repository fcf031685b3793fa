package io.doorstep.policy;

import io.doorstep.terms.CaseKind;

/**
 * 免回访规则。 A kind of case that may be closed out without a revisit.
 *
 * @param onTheSpotOnly true: only when the case was reported and resolved in one go
 */
public record RevisitExemption(CaseKind kind, boolean onTheSpotOnly) {

    boolean covers(CaseKind other, boolean onTheSpot) {
        return kind == other && (onTheSpot || !onTheSpotOnly);
    }
}
