package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 统计口径。 What figures are asked for: by whom, as of when, over which window and scope, broken down by what.
 *
 * @param by null for the total alone
 */
record Question(
        Actor viewer,
        Moment moment,
        Window window,
        CaseFilter scope,
        @Nullable Dimension by) {

    /** The part of the scope that a case has once and for all times; place, unit and officer are those of the date that counts. */
    CaseFilter casesToRead() {
        return new CaseFilter(
                null,
                null,
                null,
                scope.kinds(),
                scope.category(),
                scope.channels(),
                scope.statuses(),
                scope.lights(),
                scope.q(),
                null,
                null);
    }

    /** The same, broken down by something else. */
    Question by(Dimension other) {
        return new Question(viewer, moment, window, scope, other);
    }

    /** The same, counted by another version of the definitions. */
    Question by(Definitions other) {
        return new Question(viewer, moment, window.by(other), scope, by);
    }

    /** The same, knowing which cases came again. */
    Question knowing(Map<String, List<Instant>> cameAgain) {
        return new Question(viewer, moment, window.knowing(cameAgain), scope, by);
    }

    boolean holds(Counted counted, Hierarchy hierarchy) {
        var officer = scope.officer();
        return within(scope.place(), hierarchy.place(counted.place()))
                && within(scope.unit(), hierarchy.unit(counted.unit()))
                && (officer == null || officer.equals(counted.officer()));
    }

    /** Whether a row belongs in the answer: of places, units and categories only those of the scope itself. */
    boolean shows(String key, Hierarchy hierarchy) {
        if (by == Dimension.PLACE) {
            return within(scope.place(), hierarchy.place(key));
        }
        return by != Dimension.CATEGORY || within(scope.category(), hierarchy.category(key));
    }

    private static boolean within(@Nullable String scope, List<String> codes) {
        return scope == null || codes.contains(scope);
    }
}
