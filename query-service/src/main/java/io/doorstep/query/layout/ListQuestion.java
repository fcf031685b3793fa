package io.doorstep.query.layout;

import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 清单请求。 What somebody asks of a list.
 *
 * @param size most lines of a page
 * @param list what is asked for, in one word that a cursor can be compared with
 * @param after where to go on; null for the first page
 * @param countUpTo how far the lines are counted; a list that has more says one more than this
 */
public record ListQuestion(
        CaseFilter filter,
        Moment moment,
        Sort sort,
        int size,
        String list,
        @Nullable Cursor after,
        long countUpTo) {

    /** The same, of all that is on record. */
    ListQuestion inThePresent() {
        return new ListQuestion(filter, moment.knowingAll(), sort, size, list, after, countUpTo);
    }

    /** The same in parts, as those of its moment. */
    List<ListQuestion> parts() {
        return moment.parts().stream()
                .map(part -> new ListQuestion(filter, part, sort, size, list, after, countUpTo))
                .toList();
    }

    /** The same, counted only so far: a page for people answers at once, and tells the whole number a moment later. */
    public ListQuestion countedUpTo(long most) {
        return new ListQuestion(filter, moment, sort, size, list, after, most);
    }
}
