package io.doorstep.query.imports;

import io.doorstep.access.AccessLog;
import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.ledger.kept.MendColumn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rows that failed as a file: as they stand in the ledger, with what is wrong beside each, to be mended and sent again. */
@RestController
class FailedRowsPage {

    private final LedgerImports imports;
    private final FailedRows failedRows;
    private final KeptMappings mappings;
    private final AccessLog log;
    private final Exports exports;
    private final MessageSource messages;

    FailedRowsPage(
            LedgerImports imports,
            FailedRows failedRows,
            KeptMappings mappings,
            AccessLog log,
            Exports exports,
            MessageSource messages) {
        this.imports = imports;
        this.failedRows = failedRows;
        this.mappings = mappings;
        this.log = log;
        this.exports = exports;
        this.messages = messages;
    }

    @GetMapping("/api/imports/{importId}/failed-rows.{format:xlsx|csv}")
    void rows(@PathVariable String importId, @PathVariable String format, Locale reader, HttpServletResponse response)
            throws IOException {
        var actor = MayImport.or403();
        var about = imports.find(importId).orElseThrow(Named::notFound);
        if (!about.hasFailedRows()) {
            throw gone();
        }
        log.add(actor, "import:" + importId, "LEDGER_ROWS", "failed-rows");
        var kept = failedRows.find(importId).orElseThrow(FailedRowsPage::gone);
        var mapping = MappingWords.of(mappings.find(importId).orElse("{}"));
        var columns = MendColumn.others(kept.headings());
        var headings = new ArrayList<>(columns.stream()
                .map(column -> Words.ofOneLine(kept.headings().cell(column).text()))
                .toList());
        headings.add(MendColumn.heading(reader));
        var faults = faults(importId, new FaultWords(messages, reader, mapping.headings()));
        Function<LedgerCell, @Nullable Object> cell =
                format.equals("csv") ? one -> asText(one, mapping) : FailedRowsPage::asItWas;
        var rows = kept.rows().map(row -> line(row, columns, cell, faults.getOrDefault(row.line(), "")));
        var toMend = messages.getMessage("imports.toMend", null, reader);
        var sheet = mapping.sheet();
        var name = (toMend + "-" + about.source()).replaceAll("[\\\\/:*?\"<>|]", "-");
        exports.send(response, format, new Table(sheet == null ? toMend : sheet, headings, rows), "to-mend", name);
    }

    private static Named gone() {
        return new Named(HttpStatus.GONE, "FAILED_ROWS_NO_LONGER_KEPT");
    }

    /** What is wrong with each line, in sentences. */
    private Map<Long, String> faults(String importId, FaultWords words) {
        try (var all = imports.allFaults(importId)) {
            return all.collect(Collectors.groupingBy(
                    RowFault::line, Collectors.mapping(words::sentence, Collectors.joining(" "))));
        }
    }

    private static List<@Nullable Object> line(
            LedgerRow row, List<Integer> columns, Function<LedgerCell, @Nullable Object> cell, String faults) {
        var line = new ArrayList<@Nullable Object>();
        columns.forEach(column -> line.add(cell.apply(row.cell(column))));
        line.add(faults);
        return line;
    }

    private static @Nullable Object asItWas(LedgerCell cell) {
        if (cell instanceof LedgerCell.Numeric number) {
            return number.value();
        }
        if (cell instanceof LedgerCell.Moment moment) {
            return moment.at();
        }
        return cell.isBlank() ? null : cell.text();
    }

    private static String asText(LedgerCell cell, MappingWords mapping) {
        return cell instanceof LedgerCell.Moment moment ? mapping.text(moment.at()) : cell.text();
    }
}
