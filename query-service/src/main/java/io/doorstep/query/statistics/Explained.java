package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 数字的来历。 One number explained: what it counts, how it was reckoned, and each thing that counts, or does not, with the fact
 * that it rests on.
 *
 * @param definitions version of the definitions
 * @param rules what the version says of the figure, sentence by sentence
 * @param key the row; empty for the whole scope
 * @param at the legal moment as of which it counts
 * @param knownAt null when all that is on record counts
 * @param time how median and ninetieth percentile came about; null for a rate
 * @param total how many items there are of the part asked for
 */
record Explained(
        String definitions,
        String figure,
        String name,
        String definition,
        List<String> rules,
        @Nullable String by,
        String key,
        @Nullable String row,
        CaseFilter scope,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant at,
        @Nullable Instant knownAt,
        Arithmetic arithmetic,
        @Nullable Time time,
        List<Item> items,
        long total,
        @Nullable String next) {

    /** 用时的来历。 */
    record Time(
            int resolved, long open, TimeTaken.@Nullable Percentile median, TimeTaken.@Nullable Percentile ninetieth) {}

    /**
     * @param part on which side it counts
     * @param reason why on neither; null when it counts
     * @param why the same in words
     * @param on the date that counts
     * @param days time taken; null where no time is told
     * @param fact what it rests on; null where the history is not for this reader
     */
    record Item(
            String caseId,
            String number,
            String title,
            Part part,
            @Nullable String reason,
            String why,
            Instant on,
            String place,
            @Nullable String unit,
            @Nullable BigDecimal days,
            @Nullable Ground fact) {}
}
