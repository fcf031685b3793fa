package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 新旧口径对照接口。 A changed definition run over the past beside the old one, as JSON and as a file. */
@RestController
class ComparePage {

    private static final List<String> HEADINGS = List.of("number", "name", "from", "fromWhy", "to", "toWhy", "because");

    private final DefinitionComparison comparison;
    private final DefinitionBook book;
    private final StatisticsRequest requests;
    private final RuleWords words;
    private final RowNames names;
    private final Exports exports;
    private final Clock clock;
    private final ZoneId zone;

    ComparePage(
            DefinitionComparison comparison,
            DefinitionBook book,
            StatisticsRequest requests,
            RuleWords words,
            RowNames names,
            Exports exports,
            Clock clock,
            ZoneId officeZone) {
        this.comparison = comparison;
        this.book = book;
        this.requests = requests;
        this.words = words;
        this.names = names;
        this.exports = exports;
        this.clock = clock;
        this.zone = officeZone;
    }

    /** What was asked, and what came of it. */
    private record Asked(
            Question question, Definitions old, Definitions now, Figure figure, DefinitionComparison.Outcome outcome) {}

    @GetMapping("/api/statistics/definitions/compare")
    Compared compare(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var cursor = BehindPage.Cursor.read(request.getFirst("cursor"), clock.instant());
        var asked = ask(request, cursor);
        var moved = asked.outcome.moved();
        var end = Math.min(moved.size(), cursor.after() + BehindPage.size(request.getFirst("size")));
        var question = asked.question;
        return new Compared(
                asked.figure.key(),
                words.figure(asked.figure, locale),
                question.scope(),
                question.window().from(),
                question.window().to(),
                question.window().at(),
                question.moment().knownAt(),
                side(asked.old, asked.figure, asked.outcome.old(), locale),
                side(asked.now, asked.figure, asked.outcome.now(), locale),
                said(asked, asked.outcome.changes(), locale),
                DefinitionComparison.flows(moved),
                moved.subList(Math.min(cursor.after(), moved.size()), end).stream()
                        .map(one -> item(one, asked, locale))
                        .toList(),
                moved.size(),
                end < moved.size() ? new BehindPage.Cursor(cursor.asked(), end).text() : null);
    }

    @GetMapping("/api/statistics/definitions/compare.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var asked = ask(request, BehindPage.Cursor.read(null, clock.instant()));
        var lines = asked.outcome.moved().stream().map(one -> line(item(one, asked, locale), locale));
        var headings = HEADINGS.stream()
                .map(key -> names.word("compare.column." + key, locale))
                .toList();
        exports.send(
                response,
                extension,
                new Table(words.figure(asked.figure, locale), headings, lines),
                "compared-" + asked.figure.key(),
                asked.question.moment().now().atZone(zone).toLocalDate());
    }

    private Asked ask(MultiValueMap<String, String> request, BehindPage.Cursor cursor) {
        var old = book.version("old", request.getFirst("old"));
        var now = book.version("new", request.getFirst("new"));
        var others = new LinkedMultiValueMap<>(request);
        Stream.of("old", "new").forEach(others::remove);
        var question = requests.read(SignedIn.now().actor(), others, cursor.asked());
        var figure = requests.figure(request.getFirst("figure"));
        var key = question.by() == null ? "" : Objects.requireNonNullElse(request.getFirst("key"), "");
        return new Asked(question, old, now, figure, comparison.of(question, old, now, figure, key));
    }

    private Compared.Side side(Definitions version, Figure figure, Arithmetic arithmetic, Locale locale) {
        return new Compared.Side(
                version.version(),
                version.hash(),
                List.copyOf(words.of(figure, version.rule(figure), locale).values()),
                arithmetic);
    }

    private Compared.Item item(DefinitionComparison.Moved moved, Asked asked, Locale locale) {
        var state = moved.any().of();
        return new Compared.Item(
                state.caseId(),
                state.number(),
                state.matter().title(),
                Compared.Standing.of(moved.from()),
                Compared.Standing.of(moved.to()),
                said(asked, moved.because(), locale));
    }

    private List<String> said(Asked asked, List<RuleChange> changes, Locale locale) {
        return changes.stream()
                .map(change -> words.of(
                        change, asked.figure, asked.old.rule(asked.figure), asked.now.rule(asked.figure), locale))
                .toList();
    }

    private List<@Nullable Object> line(Compared.Item item, Locale locale) {
        return Arrays.asList(
                item.number(),
                item.title(),
                names.word("explain.part." + item.from().part(), locale),
                reason(item.from(), locale),
                names.word("explain.part." + item.to().part(), locale),
                reason(item.to(), locale),
                String.join("; ", item.because()));
    }

    private @Nullable String reason(Compared.Standing standing, Locale locale) {
        var reason = standing.reason();
        return reason == null ? null : names.reason(reason, locale);
    }
}
