package io.doorstep.command.imports;

import io.doorstep.command.dispatch.Batches;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** 工作台。 Opens the file of an import and has its rows worked on. */
@Component
class Workbench {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ImportRegister register;
    private final ImportFile files;
    private final FailedRows failedRows;
    private final ImportRecord record;
    private final ImportOrigin origin;
    private final ImportMeters meters;
    private final Vocabulary vocabulary;
    private final Batches batches;
    private final Vault vault;
    private final Clock clock;

    Workbench(
            ImportRegister register,
            ImportFile files,
            FailedRows failedRows,
            ImportRecord record,
            ImportOrigin origin,
            ImportMeters meters,
            Vocabulary vocabulary,
            Batches batches,
            Vault vault,
            Clock clock) {
        this.register = register;
        this.files = files;
        this.failedRows = failedRows;
        this.record = record;
        this.origin = origin;
        this.meters = meters;
        this.vocabulary = vocabulary;
        this.batches = batches;
        this.vault = vault;
        this.clock = clock;
    }

    /** Goes on with the import; answers whether it came to the end. */
    boolean work(ImportClaim claim, String owner, BooleanSupplier stopped) {
        var id = claim.importId();
        var mapping = ImportDesk.mapping(new String(files.mapping(id), StandardCharsets.UTF_8));
        var file = files.file(id);
        prepare(id, file, mapping);
        try (var sheet = ImportDesk.open(file, mapping)) {
            var rows = sheet.iterator();
            var headings = Headings.find(rows, mapping);
            var rules =
                    RowRules.of(mapping, headings, vocabulary, clock.instant().plus(AHEAD));
            var reader = new RowReader(rules, mapping.source(), vault);
            var trial = new RowTrial(claim, batches, register, origin);
            return new ImportRun(claim, owner, reader, batches, trial, record, meters).go(rows, stopped);
        }
    }

    /** Counts the rows, for telling how far it is, and keeps the headings for a file of those that fail. */
    private void prepare(String importId, byte[] file, Mapping mapping) {
        try (var sheet = ImportDesk.open(file, mapping)) {
            var rows = sheet.iterator();
            var headings = Headings.find(rows, mapping);
            var total = 0L;
            while (rows.hasNext()) {
                total += rows.next().isBlank() ? 0 : 1;
            }
            register.total(importId, total);
            batches.together(() -> failedRows.begin(importId, headings.row()));
        }
    }
}
