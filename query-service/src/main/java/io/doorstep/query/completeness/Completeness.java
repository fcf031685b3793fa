package io.doorstep.query.completeness;

import io.doorstep.query.asof.RowFault;
import java.time.Instant;
import java.util.List;

/**
 * 核对结果。 What a completeness check found.
 *
 * @param cases number of cases looked at
 * @param notYet cases with facts so new that the projection need not have read them
 * @param parked cases that differ because one of their facts lies among the dead letters
 * @param faults number of faulty cases
 * @param healed number of those among them whose rows were made anew, and are right now
 * @param items the first of them
 */
public record Completeness(
        Instant checkedAt, long cases, long notYet, long parked, long faults, long healed, List<FaultyCase> items) {

    /** 有差异的案件。 A case whose rows do not say what its facts say; its first faults. */
    public record FaultyCase(String caseId, List<RowFault> rows) {}
}
