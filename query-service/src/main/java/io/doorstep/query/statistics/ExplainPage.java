package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 来历接口。 One number of the figures explained, as JSON and as a file. */
@RestController
class ExplainPage {

    private static final List<String> PARTS = List.of("numerator", "rest", "denominator", "excluded");
    private static final List<String> HEADINGS =
            List.of("number", "name", "counts", "why", "on", "days", "fact", "happened", "recorded", "nth");

    private final Explanations explanations;
    private final StatisticsRequest requests;
    private final RowNames names;
    private final Exports exports;
    private final Clock clock;
    private final ZoneId zone;

    ExplainPage(
            Explanations explanations,
            StatisticsRequest requests,
            RowNames names,
            Exports exports,
            Clock clock,
            ZoneId officeZone) {
        this.explanations = explanations;
        this.requests = requests;
        this.names = names;
        this.exports = exports;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping("/api/statistics/explain")
    Explained explain(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var cursor = BehindPage.Cursor.read(request.getFirst("cursor"), clock.instant());
        var all = all(request, cursor);
        var found = part(all, request);
        var end = Math.min(found.size(), cursor.after() + BehindPage.size(request.getFirst("size")));
        var items = found.subList(Math.min(cursor.after(), found.size()), end).stream()
                .map(one -> explanations.item(one, all, locale))
                .toList();
        var question = all.question();
        var by = question.by();
        return new Explained(
                question.window().definitions().version(),
                all.subject().key(),
                explanations.name(all.subject(), locale),
                explanations.definition(all, locale),
                explanations.rules(all, locale),
                by == null ? null : by.key(),
                all.key(),
                explanations.row(all, locale),
                question.scope(),
                question.window().from(),
                question.window().to(),
                question.window().at(),
                question.moment().knownAt(),
                all.arithmetic(),
                all.time(),
                items,
                found.size(),
                end < found.size() ? new BehindPage.Cursor(cursor.asked(), end).text() : null);
    }

    @GetMapping("/api/statistics/explain.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var all = all(request, BehindPage.Cursor.read(null, clock.instant()));
        var lines = part(all, request).stream().map(one -> line(explanations.item(one, all, locale), locale));
        var headings = HEADINGS.stream()
                .map(key -> names.word("explain.column." + key, locale))
                .toList();
        var table = new Table(explanations.name(all.subject(), locale), headings, lines);
        exports.send(
                response,
                extension,
                table,
                "explained-" + all.subject().key(),
                all.question().moment().now().atZone(zone).toLocalDate());
    }

    private Explanations.All all(MultiValueMap<String, String> request, BehindPage.Cursor cursor) {
        var question = requests.read(SignedIn.now().actor(), request, cursor.asked());
        var key = question.by() == null ? "" : Objects.requireNonNullElse(request.getFirst("key"), "");
        return explanations.all(question, requests.subject(request.getFirst("figure")), key);
    }

    private static List<Counted> part(Explanations.All all, MultiValueMap<String, String> request) {
        var part = part(request.getFirst("part"));
        var reason = request.getFirst("reason");
        return all.counted().stream()
                .filter(one -> switch (part) {
                    case "" -> true;
                    case "numerator" -> one.part() == Part.NUMERATOR;
                    case "rest" -> one.part() == Part.DENOMINATOR;
                    case "denominator" -> one.part() != Part.EXCLUDED;
                    default -> one.part() == Part.EXCLUDED;
                })
                .filter(one -> reason == null || reason.equals(one.reason()))
                .toList();
    }

    /** The side that is asked for; empty for all of them. */
    static String part(@Nullable String asked) {
        var part = asked == null ? "" : asked.toLowerCase(Locale.ROOT);
        if (!part.isEmpty() && !PARTS.contains(part)) {
            throw new Malformed(FieldProblem.of("part", "UNKNOWN_CONSTANT", String.join(", ", PARTS)));
        }
        return part;
    }

    private List<@Nullable Object> line(Explained.Item item, Locale locale) {
        var fact = item.fact();
        return Arrays.asList(
                item.number(),
                item.title(),
                names.word("explain.part." + item.part(), locale),
                item.why(),
                item.on(),
                item.days(),
                fact == null ? null : fact.what(),
                fact == null ? null : fact.occurredAt(),
                fact == null ? null : fact.recordedAt(),
                fact == null ? null : fact.number());
    }
}
