package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.layout.ListChoices;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.Paths;
import io.doorstep.reference.ReferenceData;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures as a page: a table, two charts of it, and the way from each number to its cases. */
@Screen
class StatisticsScreen {

    private final Statistics statistics;
    private final FiguresRequest requests;
    private final RowNames names;
    private final DefinitionBook book;
    private final RuleWords words;
    private final Paths paths;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final ZoneId zone;

    StatisticsScreen(
            Statistics statistics,
            FiguresRequest requests,
            RowNames names,
            DefinitionBook book,
            RuleWords words,
            Paths paths,
            ReferenceData reference,
            Deadlines deadlines,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.requests = requests;
        this.names = names;
        this.book = book;
        this.words = words;
        this.paths = paths;
        this.reference = reference;
        this.deadlines = deadlines;
        this.zone = officeZone;
    }

    @GetMapping("/figures")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = requests.asked(request, say.today());
        var exact = requests.exact(asked, say.today());
        var address = new FiguresAddress(asked);
        var question = requests.question(SignedIn.now().actor(), exact);
        var figure = requests.figure(address.one("figure"));
        var definitions = question.window().definitions();
        definitions.require(figure);
        var by = Objects.requireNonNull(question.by());
        var comparison = Comparison.parse(address.one("compare"));

        var answers = by == Dimension.MONTH
                ? List.of(statistics.ask(question))
                : statistics.ask(List.of(question, question.by(Dimension.MONTH)));
        names.give(answers.get(0), question, locale);
        var before = comparison == null ? null : comparison.earlier(question, zone);
        var earlier = before == null ? null : statistics.ask(before);

        model.addAttribute("address", address);
        model.addAttribute("xlsx", address.file("xlsx", exact));
        model.addAttribute("csv", address.file("csv", exact));
        model.addAttribute("then", before == null ? null : address.of(before.window(), zone));
        model.addAttribute("thenWindow", before == null ? null : before.window());
        model.addAttribute(
                "choices", ListChoices.on(deadlines.day(question.moment().now()), reference));
        model.addAttribute("dimensions", FiguresRequest.DIMENSIONS);
        model.addAttribute(
                "figures", definitions.figures().stream().map(Figure::key).toList());
        model.addAttribute("figure", figure.key());
        model.addAttribute("by", by.key());
        model.addAttribute("window", question.window());
        model.addAttribute("lastMonth", lastMonth(question.window()));
        model.addAttribute("moment", question.moment());
        model.addAttribute("definitions", definitions.version());
        model.addAttribute(
                "versions", book.all().stream().map(Definitions::version).toList());
        model.addAttribute("said", said(definitions, locale));
        model.addAttribute("table", table(answers.get(0), earlier, figure, question, locale));
        model.addAttribute("trend", answers.size() == 1 ? null : trend(answers.get(1), figure, question, locale));
        return "statistics/figures";
    }

    /** What each figure counts, as the version has it. */
    private Map<String, String> said(Definitions definitions, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        definitions
                .figures()
                .forEach(figure -> said.put(figure.key(), words.definition(figure, definitions.rule(figure), locale)));
        return said;
    }

    /** The month in which the window ends: that of the week whose ledger stands beside what was resolved at the doorstep. */
    private YearMonth lastMonth(Window window) {
        var to = window.to();
        var end = to == null || to.isAfter(window.at()) ? window.at() : to.minusNanos(1);
        return YearMonth.from(end.atZone(zone));
    }

    private FiguresTable table(
            Statistics.Answer answer,
            Statistics.@Nullable Answer earlier,
            Figure figure,
            Question question,
            Locale locale) {
        var on = deadlines.day(question.moment().now());
        var levels = new Levels(answer.rows(), question, new Hierarchy(paths, on));
        return FiguresTable.of(answer, earlier, figure, levels, names, locale);
    }

    /** Months in which the figure has nothing to tell are none of the trend. */
    private FiguresTable trend(Statistics.Answer months, Figure figure, Question question, Locale locale) {
        var telling = months.rows().stream()
                .filter(row -> row.tally(figure).denominator() > 0
                        || !row.tally(figure).excluded().isEmpty())
                .toList();
        return table(
                new Statistics.Answer(months.total(), telling), null, figure, question.by(Dimension.MONTH), locale);
    }
}
