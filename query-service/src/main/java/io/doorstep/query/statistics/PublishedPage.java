package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 公布数据接口。 Figures for publication as JSON and as a file; {@code year} and {@code by} are all that may be asked. */
@RestController
class PublishedPage {

    private static final Set<String> KNOWN = Set.of("year", "by");
    private static final List<String> HEADINGS = List.of("key", "name", "figure", "numerator", "denominator", "rate");

    private final Published published;
    private final RowNames names;
    private final Exports exports;
    private final MessageSource messages;
    private final ZoneId zone;

    PublishedPage(Published published, RowNames names, Exports exports, MessageSource messages, ZoneId officeZone) {
        this.published = published;
        this.names = names;
        this.exports = exports;
        this.messages = messages;
        this.zone = officeZone;
    }

    @GetMapping("/api/statistics/published")
    PublishedTable table(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Malformed(FieldProblem.of(unknown, "UNKNOWN_FIELD", "year, by"));
                });
        return published.ask(SignedIn.now().actor(), request.getFirst("year"), request.getFirst("by"), locale);
    }

    @GetMapping("/api/statistics/published.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var table = table(request, locale);
        var lines = Stream.concat(table.rows().stream(), Stream.of(table.total()))
                .flatMap(row -> Arrays.stream(Figure.values())
                        .filter(figure -> row.figures().containsKey(figure.key()))
                        .map(figure -> line(row, figure, locale)));
        var headings =
                HEADINGS.stream().map(key -> word("figures." + key, locale)).toList();
        exports.send(
                response,
                extension,
                new Table(word("figures.published", locale), headings, lines),
                "published-" + table.by() + "-" + table.year(),
                table.at().atZone(zone).toLocalDate());
    }

    private List<@Nullable Object> line(PublishedTable.Line row, Figure figure, Locale locale) {
        var cell = Objects.requireNonNull(row.figures().get(figure.key()));
        return Arrays.asList(
                row.key(),
                row.name(),
                names.figure(figure, locale),
                cell.suppressed() ? cell.shown() : cell.numerator(),
                cell.suppressed() ? cell.shown() : cell.denominator(),
                cell.shown());
    }

    private String word(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
