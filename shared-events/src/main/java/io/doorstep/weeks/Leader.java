package io.doorstep.weeks;

import io.doorstep.terms.LeaderRank;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下访领导。 Somebody whom a plan can send, on the days of [validFrom, validTo).
 *
 * @param account his id, as accounts and officers have it
 * @param townships codes of his contact townships
 */
public record Leader(
        String account,
        String county,
        LeaderRank rank,
        List<String> townships,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public Leader {
        townships = List.copyOf(townships);
    }
}
