package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.CaseFilter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;

    StatisticsPage(Statistics statistics, StatisticsRequest requests, RowNames names, MessageSource messages) {
        this.statistics = statistics;
        this.requests = requests;
        this.names = names;
        this.messages = messages;
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

    record Definition(String figure, String name, String definition) {}

    record Definitions(String version, List<Definition> items) {}

    @GetMapping("/api/statistics/resolution")
    Figures figures(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var question = requests.read(SignedIn.now().actor(), request);
        var answer = statistics.ask(question);
        names.give(answer, question, locale);
        var by = question.by();
        return new Figures(
                Figure.DEFINITIONS,
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
    Definitions definitions(Locale locale) {
        return new Definitions(
                Figure.DEFINITIONS,
                Arrays.stream(Figure.values())
                        .map(figure -> new Definition(
                                figure.key(),
                                word("figure." + figure.key() + ".name", locale),
                                word("figure." + figure.key() + ".definition", locale)))
                        .toList());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
