package io.doorstep.query.asof;

import java.util.Collection;
import java.util.Map;

/** 案件版本。 How many facts cases have; nothing of what the facts say, so nobody has to be asked who may see them. */
public final class CaseVersions {

    private final FactTable facts;

    public CaseVersions(FactTable facts) {
        this.facts = facts;
    }

    public long of(String caseId) {
        return facts.count(caseId);
    }

    /** Of several cases in one question; a case without facts is left out. */
    public Map<String, Long> of(Collection<String> caseIds) {
        return facts.counts(caseIds);
    }
}
