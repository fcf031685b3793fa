package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.QuotableFigures;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Hands the total of a scope to pages that know nothing of how it is counted. */
@Component
final class FigureQuotes implements QuotableFigures {

    private final Statistics statistics;
    private final RowNames names;
    private final Deadlines deadlines;
    private final DefinitionBook book;

    FigureQuotes(Statistics statistics, RowNames names, Deadlines deadlines, DefinitionBook book) {
        this.statistics = statistics;
        this.names = names;
        this.deadlines = deadlines;
        this.book = book;
    }

    @Override
    public String definitions(CaseFilter scope, Moment moment) {
        return window(scope, moment).definitions().version();
    }

    @Override
    public List<Quoted> quote(Actor viewer, CaseFilter scope, Moment moment, Locale locale) {
        var window = window(scope, moment);
        var total = statistics
                .ask(new Question(viewer, moment, window, scope, null))
                .total();
        return total.defined().stream()
                .filter(figure -> !total.tally(figure).suppressed())
                .map(figure -> quoted(figure, total.tally(figure), locale))
                .toList();
    }

    private Window window(CaseFilter scope, Moment moment) {
        return book.inForce(new Window(scope.from(), scope.to(), moment.now(), deadlines));
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
