package io.doorstep.query.layout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一页清单。 Some lines of a list, and where it goes on.
 *
 * @param next cursor of the next page; absent at the end
 * @param total lines of the whole list when its first page was read; of a list that was counted only so far, one more than
 *     that
 * @param at legal moment that the list is about
 * @param knownAt what was on record by then is what the list rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paged<T>(
        List<T> items,
        @Nullable String next,
        @JsonIgnore long total,
        Instant at,
        @Nullable Instant knownAt) {

    /** Up to so many lines are counted for programs; who wants to know of more asks for the whole list. */
    static final long CHEAP = 10_000;

    /** The number of lines where it is cheap to tell; null where there are more. */
    @JsonProperty("total")
    @Nullable
    Long totalWhereCheap() {
        return total > CHEAP ? null : total;
    }
}
