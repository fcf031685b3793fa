package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 统计导出。 The figures as a file: a line for each figure of each row, so that no rate stands without its numbers. */
@RestController
class StatisticsFile {

    private static final List<String> HEADINGS =
            List.of("key", "name", "figure", "numerator", "denominator", "rate", "excluded", "definitions");

    private final Statistics statistics;
    private final StatisticsRequest requests;
    private final RowNames names;
    private final Exports exports;
    private final MessageSource messages;
    private final ZoneId zone;

    StatisticsFile(
            Statistics statistics,
            StatisticsRequest requests,
            RowNames names,
            Exports exports,
            MessageSource messages,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.requests = requests;
        this.names = names;
        this.exports = exports;
        this.messages = messages;
        this.zone = officeZone;
    }

    @GetMapping("/api/statistics/resolution.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.read(SignedIn.now().actor(), request);
        var answer = statistics.ask(question);
        names.give(answer, question, locale);
        var lines = Stream.concat(answer.rows().stream(), Stream.of(answer.total()))
                .flatMap(row -> row.defined().stream()
                        .map(figure -> line(row, figure, question.window().definitions(), locale)));
        var headings =
                HEADINGS.stream().map(key -> word("figures." + key, locale)).toList();
        var table = new Table(word("figures.title", locale), headings, lines);
        exports.send(
                response,
                extension,
                table,
                "figures",
                question.moment().now().atZone(zone).toLocalDate());
    }

    private List<@Nullable Object> line(Row row, Figure figure, Definitions definitions, Locale locale) {
        var tally = row.tally(figure);
        return Arrays.asList(
                row.key(),
                row.name(),
                names.figure(figure, locale),
                tally.suppressed() ? tally.shown() : tally.numerator(),
                tally.suppressed() ? tally.shown() : tally.denominator(),
                tally.shown(),
                names.excluded(tally, locale),
                definitions.version());
    }

    private String word(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
