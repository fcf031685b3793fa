package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import java.util.List;

/** 计法。 What a case adds to something that is counted: nothing, one thing, or one for each cycle, duty or revisit. */
@FunctionalInterface
interface Counting {

    List<Counted> of(CaseAsOf state, Window window);
}
