package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.people.PhoneNumber;
import io.doorstep.vault.Private;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 留存的台账。 What is kept of ledgers for some days: files of dry runs, rows that failed, mappings; and whom they name. */
@Component
public class KeptLedgers {

    private static final int FEWEST_DIGITS = 7;

    private final JdbcClient jdbc;
    private final ImportFile files;
    private final FailedRows failedRows;
    private final KeptMappings mappings;
    private final ImportRegister register;

    KeptLedgers(
            JdbcClient jdbc, ImportFile files, FailedRows failedRows, KeptMappings mappings, ImportRegister register) {
        this.jdbc = jdbc;
        this.register = register;
        this.files = files;
        this.failedRows = failedRows;
        this.mappings = mappings;
    }

    /**
     * Destroys what is kept of every import that has one of these words in it. Refuses while an import is under way: it might
     * just be bringing them in.
     *
     * @param destroyed told the id of each key that is gone for good
     */
    public void destroyThoseWith(Collection<Private> words, Consumer<String> destroyed) {
        var needles = words.stream().flatMap(KeptLedgers::needles).distinct().toList();
        var underWay = jdbc.sql("select count(*) from ledger_import where state in ('QUEUED', 'RUNNING')")
                .query(Long.class)
                .single();
        if (underWay > 0) {
            throw new Named(HttpStatus.CONFLICT, "IMPORT_UNDER_WAY");
        }
        for (var id : ids("ledger_import_failed_row")) {
            if (failedRows.find(id).filter(kept -> says(kept.rows(), needles)).isPresent()) {
                failedRows.destroy(id);
                register.nothingKept(id);
                destroyed.accept(FailedRows.key(id));
            }
        }
        for (var id : ids("ledger_import_part")) {
            if (fileSays(id, needles)) {
                files.destroy(id);
                register.nothingKept(id);
                destroyed.accept(ImportFile.key(id));
            }
        }
        for (var id : ids("ledger_import_mapping")) {
            if (mappings.find(id).filter(text -> says(text, needles)).isPresent()) {
                mappings.destroy(id);
                destroyed.accept(KeptMappings.key(id));
            }
        }
    }

    private List<String> ids(String table) {
        return jdbc.sql("select distinct import_id from " + table)
                .query(String.class)
                .list();
    }

    private boolean fileSays(String importId, List<String> needles) {
        try (var sheet = ImportDesk.open(
                files.file(importId),
                ImportDesk.mapping(new String(files.mapping(importId), StandardCharsets.UTF_8)))) {
            return says(sheet.rows(), needles);
        } catch (UnreadableLedger | Malformed unreadable) {
            // what cannot be looked through cannot be kept either
            return true;
        }
    }

    private static boolean says(Stream<LedgerRow> rows, List<String> needles) {
        return rows.flatMap(row -> row.cells().stream()).anyMatch(cell -> says(cell.text(), needles));
    }

    private static boolean says(String text, List<String> needles) {
        var upper = text.toUpperCase(Locale.ROOT);
        var digits = PhoneNumber.normalised(text);
        return needles.stream().anyMatch(needle -> upper.contains(needle) || digits.contains(needle));
    }

    /** A name or number as it stands; one letter alone would be in every ledger. */
    private static Stream<String> needles(Private words) {
        var text = words.words().strip().toUpperCase(Locale.ROOT);
        var digits = PhoneNumber.normalised(text);
        return text.length() < 2
                ? Stream.empty()
                : digits.length() < FEWEST_DIGITS ? Stream.of(text) : Stream.of(text, digits);
    }
}
