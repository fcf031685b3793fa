package io.doorstep.query.layout;

import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import org.jspecify.annotations.Nullable;

/**
 * 清单请求。 What somebody asks of a list.
 *
 * @param size most lines of a page
 * @param list what is asked for, in one word that a cursor can be compared with
 * @param after where to go on; null for the first page
 */
public record ListQuestion(
        CaseFilter filter,
        Moment moment,
        Sort sort,
        int size,
        String list,
        @Nullable Cursor after) {}
