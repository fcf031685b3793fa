package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.CaseFilter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 统计接口。 The figures as JSON, with their definitions. */
@RestController
class StatisticsPage {

    private final Statistics statistics;
    private final StatisticsRequest requests;
    private final RowNames names;
    private final DefinitionBook book;
    private final RuleWords words;
    private final Clock clock;
    private final ZoneId zone;

    StatisticsPage(
            Statistics statistics,
            StatisticsRequest requests,
            RowNames names,
            DefinitionBook book,
            RuleWords words,
            Clock clock,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.requests = requests;
        this.names = names;
        this.book = book;
        this.words = words;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * The answer, saying what it is about.
     *
     * @param at the legal moment as of which it counts
     * @param knownAt null when all that is on record counts
     */
    record Figures(
            String definitions,
            @Nullable String by,
            CaseFilter scope,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant at,
            @Nullable Instant knownAt,
            Row total,
            List<Row> rows) {}

    record Definition(String figure, String name, String definition, List<String> rules) {}

    /**
     * 口径版本。 One version as it stands on record.
     *
     * @param hash of its very text, SHA-256
     * @param rules by figure, as data
     */
    record Version(
            String version,
            LocalDate validFrom,
            @Nullable String replaces,
            String source,
            String hash,
            Map<String, FigureRule> rules) {

        static Version of(Definitions one) {
            var rules = new LinkedHashMap<String, FigureRule>();
            one.figures().forEach(figure -> rules.put(figure.key(), one.rule(figure)));
            return new Version(one.version(), one.validFrom(), one.replaces(), one.source(), one.hash(), rules);
        }
    }

    /** @param version the one that the items are of; the one in force today when none was asked for */
    record Defined(String version, List<Definition> items, List<Version> versions) {}

    @GetMapping("/api/statistics/resolution")
    Figures figures(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var question = requests.read(SignedIn.now().actor(), request);
        var answer = statistics.ask(question);
        names.give(answer, question, locale);
        var by = question.by();
        return new Figures(
                question.window().definitions().version(),
                by == null ? null : by.key(),
                question.scope(),
                question.window().from(),
                question.window().to(),
                question.window().at(),
                question.moment().knownAt(),
                answer.total(),
                answer.rows());
    }

    @GetMapping("/api/statistics/definitions")
    Defined definitions(@RequestParam(required = false) @Nullable String version, Locale locale) {
        var shown = version == null || version.isBlank()
                ? book.on(clock.instant().atZone(zone).toLocalDate())
                : book.version("version", version);
        return new Defined(
                shown.version(),
                shown.figures().stream()
                        .map(figure -> new Definition(
                                figure.key(),
                                words.figure(figure, locale),
                                words.definition(figure, shown.rule(figure), locale),
                                List.copyOf(words.of(figure, shown.rule(figure), locale)
                                        .values())))
                        .toList(),
                book.all().stream().map(Version::of).toList());
    }
}
