package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.reference.Paths;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 年度报告。 Asks the questions of the figures and of the compliance view for one calendar year. */
@Component
final class Annual {

    private static final int YEARS = 10;
    private static final List<Dimension> BY = List.of(
            Dimension.KIND, Dimension.CHANNEL, Dimension.CATEGORY, Dimension.PLACE, Dimension.UNIT, Dimension.MONTH);

    private final Statistics statistics;
    private final Compliance compliance;
    private final Cases cases;
    private final RowNames names;
    private final Paths paths;
    private final DefinitionBook book;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;

    Annual(
            Statistics statistics,
            Compliance compliance,
            Cases cases,
            RowNames names,
            Paths paths,
            DefinitionBook book,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.compliance = compliance;
        this.cases = cases;
        this.names = names;
        this.paths = paths;
        this.book = book;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    /** The years that can be asked for, the latest first. */
    List<Integer> years() {
        return IntStream.iterate(LocalDate.ofInstant(clock.instant(), zone).getYear(), year -> year - 1)
                .limit(YEARS)
                .boxed()
                .toList();
    }

    /** @param yearAsked null for this year */
    AnnualReport ask(Actor viewer, @Nullable String yearAsked, Moment moment, Locale locale) {
        var year = year(yearAsked);
        var from = LocalDate.of(year, 1, 1);
        var to = from.plusYears(1);
        var window = book.inForce(new Window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), moment.now(), deadlines));
        var whole = new Question(viewer, moment, window, CaseFilter.ALL, null);
        var questions = BY.stream().map(whole::by).toList();
        var answers = statistics.ask(questions);
        var tables = new AnnualTables(names, locale);
        var petitions = IntStream.range(0, BY.size()).mapToObj(n -> {
            names.give(answers.get(n), questions.get(n), locale);
            return tables.petitions(
                    BY.get(n).key(),
                    level(answers.get(n), questions.get(n)),
                    answers.get(n).total());
        });
        var suggestions = answers.get(0).rows().stream()
                .filter(row -> row.key().equals(CaseKind.SUGGESTION.name()))
                .findFirst()
                .orElse(null);
        var done = done(whole);
        var others = Stream.of(
                tables.deeds(done.times),
                tables.duties(compliance.ask(whole)),
                tables.supervision(done.orders),
                tables.suggestions(suggestions, done.adopted));
        return new AnnualReport(
                window.definitions().version(),
                year,
                from,
                to,
                moment.now(),
                Stream.concat(petitions, others).toList());
    }

    /** Of what rolls up one level only: a table of all levels would count things thrice. */
    private List<Row> level(Statistics.Answer answer, Question question) {
        return new Levels(
                        answer.rows(),
                        question,
                        new Hierarchy(paths, deadlines.day(question.moment().now())))
                .below();
    }

    /** What was done in the year so far as it was counted. */
    private static final class Done {

        private final Map<Deed, Long> times = new EnumMap<>(Deed.class);
        private final Map<String, long[]> orders = new LinkedHashMap<>();
        private long adopted;
    }

    private Done done(Question question) {
        var done = new Done();
        var window = question.window();
        Stream.of(SupervisionLevel.values()).forEach(level -> done.orders.put(level.name(), new long[4]));
        cases.eachCounted(question.viewer(), question.moment(), CaseFilter.ALL, window.days(), state -> {
            for (var deed : Deed.values()) {
                done.times.merge(deed, deed.times(state, window), Long::sum);
            }
            Deed.supervisions(state, window).forEach(order -> {
                var counts = done.orders.computeIfAbsent(order.level(), level -> new long[4]);
                var answered = order.answeredAt();
                counts[0]++;
                counts[answered == null ? 3 : window.inTime(answered, order.answerBy()) ? 1 : 2]++;
            });
            done.adopted += Deed.adopted(state, window) ? 1 : 0;
        });
        return done;
    }

    private int year(@Nullable String asked) {
        var years = years();
        if (asked == null || asked.isBlank()) {
            return years.get(0);
        }
        return years.stream()
                .filter(year -> year.toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of(
                        "year",
                        "UNKNOWN_CONSTANT",
                        years.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
    }
}
