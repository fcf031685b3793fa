package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 年度报告接口。 The tables of a year as JSON, and one under the other as a file. */
@RestController
class AnnualPage {

    private static final Set<String> KNOWN = Set.of("year", "at", "knownAt");

    private final Annual annual;
    private final RowNames names;
    private final Exports exports;
    private final Clock clock;
    private final ZoneId zone;

    AnnualPage(Annual annual, RowNames names, Exports exports, Clock clock, ZoneId officeZone) {
        this.annual = annual;
        this.names = names;
        this.exports = exports;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping("/api/annual")
    AnnualReport report(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Malformed(FieldProblem.of(unknown, "UNKNOWN_FIELD", "year, at, knownAt"));
                });
        var moment = Moment.parse(request.getFirst("at"), request.getFirst("knownAt"), clock.instant());
        return annual.ask(SignedIn.now().actor(), request.getFirst("year"), moment, locale);
    }

    @GetMapping("/api/annual.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var report = report(request, locale);
        var title = names.word("annual.title", locale) + " " + report.year();
        exports.send(
                response,
                extension,
                new Table(title, List.of(title), report.tables().stream().flatMap(AnnualPage::lines)),
                "annual-" + report.year(),
                LocalDate.ofInstant(report.at(), zone));
    }

    private static Stream<List<@Nullable Object>> lines(AnnualReport.Table table) {
        var head = Stream.<List<@Nullable Object>>of(
                Collections.singletonList(null),
                List.of(table.title()),
                List.of(table.definition()),
                List.copyOf(table.columns()));
        return Stream.concat(
                head,
                table.lines().stream()
                        .map(line -> Stream.<@Nullable Object>concat(Stream.of(line.name()), line.cells().stream())
                                .toList()));
    }
}
