package io.doorstep.query.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一页清单。 Some lines of a list, and where it goes on.
 *
 * @param next cursor of the next page; absent at the end
 * @param total lines of the whole list when its first page was read
 * @param at legal moment that the list is about
 * @param knownAt what was on record by then is what the list rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paged<T>(
        List<T> items,
        @Nullable String next,
        long total,
        Instant at,
        @Nullable Instant knownAt) {}
