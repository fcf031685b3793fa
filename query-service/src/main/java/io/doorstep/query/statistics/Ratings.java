package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.Satisfaction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 评价指标。 Figures over what petitioners think of the results of the window, each of which they may rate for some days. */
final class Ratings {

    private static final Set<String> CONTENT =
            Set.of(Satisfaction.SATISFIED.name(), Satisfaction.MOSTLY_SATISFIED.name());
    private static final String WINDOW_OPEN = "RATING_WINDOW_OPEN";

    private Ratings() {}

    static List<Counted> satisfaction(CaseAsOf state, Window window, FigureRule rule, RatingTarget target) {
        return results(state, window, rule)
                .map(cycle -> {
                    var rating = rating(state, cycle, target);
                    return rating == null
                            ? excluded(state, cycle, rule, why(cycle, window))
                            : counted(state, cycle, rule, CONTENT.contains(rating) ? Part.NUMERATOR : Part.DENOMINATOR);
                })
                .toList();
    }

    static List<Counted> participation(CaseAsOf state, Window window, FigureRule rule, RatingTarget target) {
        return results(state, window, rule)
                .map(cycle -> {
                    if (rating(state, cycle, target) != null) {
                        return counted(state, cycle, rule, Part.NUMERATOR);
                    }
                    var why = why(cycle, window);
                    return why.equals(Satisfaction.WINDOW_OVER.name())
                            ? counted(state, cycle, rule, Part.DENOMINATOR)
                            : excluded(state, cycle, rule, why);
                })
                .toList();
    }

    private static Stream<Cycle> results(CaseAsOf state, Window window, FigureRule rule) {
        return state.cycles().stream().filter(cycle -> {
            var how = rule.result(cycle);
            var on = how == null ? null : rule.resultDate(cycle, how);
            return on != null && window.holds(on) && rule.excludedBy(state) == null;
        });
    }

    /** The one in force; null when nobody rated, or somebody put on record that he did not. */
    private static @Nullable String rating(CaseAsOf state, Cycle cycle, RatingTarget target) {
        return state.rating(target.name(), cycle.number())
                .map(one -> one.rating())
                .filter(one -> !one.equals(Satisfaction.WINDOW_OVER.name()))
                .orElse(null);
    }

    /** Why there is no rating: the time passed, or it still runs, or there is no result any more that could be rated. */
    private static String why(Cycle cycle, Window window) {
        var at = how(cycle).at();
        var lastDay = window.deadlines().lastDayToRate(at);
        var reopened = cycle.reopenedAt();
        if (reopened != null && window.inTime(reopened, lastDay)) {
            return "REOPENED";
        }
        return window.over(lastDay) ? Satisfaction.WINDOW_OVER.name() : WINDOW_OPEN;
    }

    private static Counted counted(CaseAsOf state, Cycle cycle, FigureRule rule, Part part) {
        var how = how(cycle);
        var on = Objects.requireNonNull(rule.resultDate(cycle, how));
        return Counted.on(state, on, part).by(how.unit(), how.officer()).at(how.place());
    }

    private static Counted excluded(CaseAsOf state, Cycle cycle, FigureRule rule, String why) {
        return counted(state, cycle, rule, Part.EXCLUDED).as(Part.EXCLUDED, why);
    }

    private static Resolution how(Cycle cycle) {
        return Objects.requireNonNull(cycle.resolution());
    }
}
