package io.doorstep.query.print;

import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.layout.Excerpt;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.layout.Lists;
import io.doorstep.query.layout.QuotableFigures;
import io.doorstep.query.layout.QuotableList;
import io.doorstep.query.layout.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 编月报。 Asks lists, figures and counts of a month, all in one snapshot, so that they belong together. */
@Component
final class MonthReport {

    private static final String PROBLEMS = "problems";
    private static final String ASSIGNMENTS = "assignments";
    private static final String CLOSE_OUTS = "closeouts";

    private final Lists snapshot;
    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Map<String, QuotableList> lists;
    private final QuotableFigures figures;
    private final MessageSource messages;
    private final int mostLines;

    /**
     * @param mostLines of each list on paper; of a longer one the report says how many more there are
     */
    MonthReport(
            Lists snapshot,
            JdbcClient jdbc,
            CaseStates states,
            List<QuotableList> lists,
            QuotableFigures figures,
            MessageSource messages,
            @Value("${doorstep.print.most-lines:500}") int mostLines) {
        this.snapshot = snapshot;
        this.jdbc = jdbc;
        this.states = states;
        this.lists = lists.stream().collect(Collectors.toUnmodifiableMap(QuotableList::name, Function.identity()));
        this.figures = figures;
        this.messages = messages;
        this.mostLines = mostLines;
    }

    Month of(MonthQuestion asked, Say say, Locale locale) {
        return snapshot.inSnapshot(() -> read(asked, say, locale));
    }

    private Month read(MonthQuestion asked, Say say, Locale locale) {
        var labels = new Labels(messages, locale);
        var words = new MonthWords(say);
        var problems = quote(PROBLEMS, asked, asked.scope(), mostLines, labels);
        var assignments = quote(ASSIGNMENTS, asked, asked.scope(), mostLines, labels);
        var closeOuts = quote(CLOSE_OUTS, asked, asked.inMonth(), mostLines, labels);
        var ofMonth = Balance.of(jdbc, states, asked.viewer(), asked.inMonth(), asked.moment());
        var ofAll = Balance.of(jdbc, states, asked.viewer(), asked.scope(), asked.moment());
        var counts = new ArrayList<Month.Count>();
        counts.add(words.count("reported", ofMonth.reported()));
        counts.add(words.count("open", problems.total()));
        counts.add(words.count(
                "overdue", quote(PROBLEMS, asked, asked.overdue(), 1, labels).total()));
        counts.add(words.count("inForce", assignments.total()));
        counts.add(words.count(
                "assigned",
                quote(ASSIGNMENTS, asked, asked.inMonth(), 1, labels).total()));
        for (var name : List.of("waiting", "gross", "net")) {
            counts.add(words.count(name, closeOuts.counts().getOrDefault(name, 0L)));
        }
        return new Month(
                words.title(asked),
                words.scope(asked),
                words.asOf(asked),
                asked.over(),
                figures.definitions(asked.inMonth(), asked.moment()),
                List.of(words.line("ofMonth", ofMonth), words.line("ofAll", ofAll)),
                counts,
                figures.quote(asked.viewer(), asked.inMonth(), asked.moment(), locale),
                List.of(
                        words.listed(PROBLEMS, problems),
                        words.listed(ASSIGNMENTS, assignments),
                        words.listed(CLOSE_OUTS, closeOuts)));
    }

    private Excerpt quote(String name, MonthQuestion asked, CaseFilter filter, int most, Labels labels) {
        return Objects.requireNonNull(lists.get(name), name)
                .quote(asked.viewer(), filter, asked.moment(), MonthWords.columns(name), most, labels);
    }
}
