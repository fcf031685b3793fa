package io.doorstep.query.privacy;

import io.doorstep.erasure.Erasure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 删除请求。 One request as its page shows it.
 *
 * @param number of the case it was made at
 * @param cases how many cases name the person
 * @param whyNot why this reader cannot approve it; null when he can
 */
public record ErasureLine(
        String erasureId,
        String caseId,
        String number,
        String title,
        int petitioner,
        int cases,
        String ground,
        String state,
        String requestedBy,
        Instant requestedAt,
        List<Erasure.Step> steps,
        @Nullable String whyNot) {}
