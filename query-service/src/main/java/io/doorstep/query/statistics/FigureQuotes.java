package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.QuotableFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Hands the total of a scope to pages that know nothing of how it is counted. */
@Component
final class FigureQuotes implements QuotableFigures {

    private final Statistics statistics;
    private final RowNames names;
    private final Deadlines deadlines;

    FigureQuotes(Statistics statistics, RowNames names, Deadlines deadlines) {
        this.statistics = statistics;
        this.names = names;
        this.deadlines = deadlines;
    }

    @Override
    public String definitions() {
        return Figure.DEFINITIONS;
    }

    @Override
    public List<Quoted> quote(Actor viewer, CaseFilter scope, Moment moment, Locale locale) {
        var window = new Window(scope.from(), scope.to(), moment.now(), deadlines);
        var total = statistics
                .ask(new Question(viewer, moment, window, scope, null))
                .total();
        return Arrays.stream(Figure.values())
                .filter(figure -> !total.tally(figure).suppressed())
                .map(figure -> quoted(figure, total.tally(figure), locale))
                .toList();
    }

    private Quoted quoted(Figure figure, Tally tally, Locale locale) {
        return new Quoted(
                names.figure(figure, locale),
                tally.numerator(),
                tally.denominator(),
                tally.shown(),
                names.excluded(tally, locale));
    }
}
