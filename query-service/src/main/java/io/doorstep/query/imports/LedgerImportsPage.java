package io.doorstep.query.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerImportsPage {

    private static final int MOST = 200;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})\\.(\\d{1,6})");

    private final LedgerImports imports;
    private final KeptMappings mappings;
    private final Exports exports;
    private final MessageSource messages;
    private final ZoneId zone;

    LedgerImportsPage(
            LedgerImports imports, KeptMappings mappings, Exports exports, MessageSource messages, ZoneId officeZone) {
        this.imports = imports;
        this.mappings = mappings;
        this.exports = exports;
        this.messages = messages;
        this.zone = officeZone;
    }

    record Items(List<LedgerImport> items) {}

    record Problem(long line, String field, String fieldName, String code, String message, String severity) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            @JsonUnwrapped LedgerImport about,
            List<Problem> problems,
            long problemsTotal,
            @Nullable String next) {}

    @GetMapping("/api/imports")
    Items latest(@RequestParam(defaultValue = "50") int size) {
        MayImport.orMayLookOr403();
        return new Items(imports.latest(checked(size)));
    }

    @GetMapping("/api/imports/{importId}")
    Report report(
            @PathVariable String importId,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "0.0") String after,
            Locale locale) {
        MayImport.orMayLookOr403();
        var about = imports.find(importId).orElseThrow(Named::notFound);
        var cursor = CURSOR.matcher(after);
        if (!cursor.matches()) {
            throw new Malformed(FieldProblem.of("after", "NOT_A_CURSOR"));
        }
        var faults = imports.faults(
                importId, Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)), checked(size));
        var last = faults.size() < size ? null : faults.get(faults.size() - 1);
        return new Report(
                about,
                faults.stream().map(fault -> problem(fault, locale)).toList(),
                imports.faultsOf(importId),
                last == null ? null : last.line() + "." + last.ordinal());
    }

    /** The mapping as it was sent, for the next ledger of the same shape. */
    @GetMapping(path = "/api/imports/{importId}/mapping", produces = MediaType.APPLICATION_JSON_VALUE)
    String mapping(@PathVariable String importId) {
        MayImport.or403();
        return mappings.find(importId).orElseThrow(Named::notFound);
    }

    @GetMapping("/api/imports/{importId}/problems.csv")
    void problems(@PathVariable String importId, Locale locale, HttpServletResponse response) throws IOException {
        MayImport.orMayLookOr403();
        var about = imports.find(importId).orElseThrow(Named::notFound);
        var headings = Stream.of("line", "field", "severity", "code", "message")
                .map(column -> messages.getMessage("imports." + column, null, column, locale))
                .map(String::valueOf)
                .toList();
        var rows = imports.allFaults(importId).map(fault -> cells(problem(fault, locale)));
        var name = String.valueOf(messages.getMessage("imports.problems", null, "problems", locale));
        var day = LocalDate.ofInstant(about.requestedAt(), zone);
        exports.send(response, "csv", new Table(name, headings, rows), "problems", day);
    }

    private static List<@Nullable Object> cells(Problem problem) {
        return List.of(problem.line(), problem.field(), problem.severity(), problem.code(), problem.message());
    }

    private Problem problem(RowFault fault, Locale locale) {
        var words = new FaultWords(messages, locale, Map.of());
        return new Problem(
                fault.line(), fault.field(), words.field(fault), fault.code(), words.message(fault), fault.severity());
    }

    private static int checked(int size) {
        if (size < 1 || size > MOST) {
            throw new Malformed(FieldProblem.of("size", "OUT_OF_RANGE", 1, MOST));
        }
        return size;
    }
}
