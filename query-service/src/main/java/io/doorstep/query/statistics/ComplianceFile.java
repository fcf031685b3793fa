package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
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

/** 依法履职导出。 The compliance view as a file: a line for each duty of each row. */
@RestController
class ComplianceFile {

    private static final List<String> HEADINGS = List.of(
            "figures.key",
            "figures.name",
            "compliance.duty",
            "compliance.source",
            "compliance.verdict.kept",
            "compliance.verdict.late",
            "compliance.verdict.overdue",
            "compliance.verdict.notYetDue",
            "compliance.verdict.extended",
            "compliance.rate",
            "figures.excluded");

    private final Compliance compliance;
    private final ComplianceRequest requests;
    private final RowNames names;
    private final Exports exports;
    private final ZoneId zone;

    ComplianceFile(
            Compliance compliance, ComplianceRequest requests, RowNames names, Exports exports, ZoneId officeZone) {
        this.compliance = compliance;
        this.requests = requests;
        this.names = names;
        this.exports = exports;
        this.zone = officeZone;
    }

    @GetMapping("/api/compliance.{extension:csv|xlsx}")
    void file(
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var question = requests.read(SignedIn.now().actor(), request);
        var answer = compliance.ask(question);
        names.give(answer, question, locale);
        var lines = Stream.concat(answer.rows().stream(), Stream.of(answer.total()))
                .flatMap(row -> Arrays.stream(LegalDuty.values()).map(duty -> line(row, duty, answer, locale)));
        var headings = HEADINGS.stream().map(key -> names.word(key, locale)).toList();
        var table = new Table(names.word("compliance.title", locale), headings, lines);
        var day = LocalDate.ofInstant(question.moment().now(), zone);
        exports.send(response, extension, table, "compliance", day);
    }

    private List<@Nullable Object> line(ComplianceRow row, LegalDuty duty, Compliance.Answer answer, Locale locale) {
        var count = row.of(duty);
        return Arrays.asList(
                row.key(),
                row.name(),
                names.duty(duty, locale),
                String.join("; ", names.sources(answer.sources().getOrDefault(duty, Set.of()), locale)),
                count.kept(),
                count.late(),
                count.overdue(),
                count.notYetDue(),
                count.extended(),
                count.shown(),
                names.reasons(count.excluded(), locale));
    }
}
