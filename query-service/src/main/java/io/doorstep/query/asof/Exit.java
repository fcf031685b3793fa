package io.doorstep.query.asof;

import io.doorstep.terms.CaseStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 退出。 How a case left without being closed out.
 *
 * @param which DECLINED, DIVERTED, MERGED, WITHDRAWN or VOIDED
 * @param to the case it was merged into, or the route it was diverted to
 */
public record Exit(CaseStatus which, Instant at, @Nullable String to) {}
