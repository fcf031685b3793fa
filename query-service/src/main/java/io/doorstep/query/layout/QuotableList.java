package io.doorstep.query.layout;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import java.util.List;

/** 可摘录的清单。 A list as another page may quote it, without knowing its lines. */
public interface QuotableList {

    /** Such as {@code problems}. */
    String name();

    /**
     * Its first lines, in its usual order.
     *
     * @param columns names of columns as the list's file has them
     * @param most at least one
     */
    Excerpt quote(Actor viewer, CaseFilter filter, Moment moment, List<String> columns, int most, Labels labels);
}
