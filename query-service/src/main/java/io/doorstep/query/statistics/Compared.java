package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.query.asof.CaseFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 新旧口径对照。 One figure counted by two versions of the definitions over the same cases, window and moment, and each thing
 * that stands on another side.
 *
 * @param differences what the two say differently of this figure, in words
 * @param flows how many went from which side to which
 * @param total how many things changed sides
 */
record Compared(
        String figure,
        String name,
        CaseFilter scope,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant at,
        @Nullable Instant knownAt,
        Side old,
        @JsonProperty("new") Side now,
        List<String> differences,
        List<Flow> flows,
        List<Item> items,
        long total,
        @Nullable String next) {

    /** 一方。 What one version counts. */
    record Side(String version, String hash, List<String> rules, Arithmetic arithmetic) {}

    /** @param part NONE where it is not looked at at all */
    record Standing(
            String part, @Nullable String reason, @Nullable Instant on) {

        static final Standing NONE = new Standing("NONE", null, null);

        static Standing of(@Nullable Counted counted) {
            return counted == null ? NONE : new Standing(counted.part().name(), counted.reason(), counted.on());
        }
    }

    /** From which side to which, and how often. */
    record Flow(String from, String to, long count) {}

    /** @param because which rules of the new version moved it, in words */
    record Item(String caseId, String number, String title, Standing from, Standing to, List<String> because) {}
}
