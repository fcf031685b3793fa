package io.doorstep.command.imports;

import io.doorstep.command.dispatch.Batches;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.web.Named;
import io.doorstep.web.Traces;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * 导入过程。 One import on this node: a hundred rows in one transaction with the record of how far it is. When one of them
 * cannot be kept, each of the hundred gets a transaction of its own. A dry run keeps the record and nothing else.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 3;

    private final ImportClaim claim;
    private final String owner;
    private final RowReader reader;
    private final Batches batches;
    private final RowTrial trial;
    private final ImportRecord record;
    private final ImportMeters meters;

    ImportRun(
            ImportClaim claim,
            String owner,
            RowReader reader,
            Batches batches,
            RowTrial trial,
            ImportRecord record,
            ImportMeters meters) {
        this.claim = claim;
        this.owner = owner;
        this.reader = reader;
        this.batches = batches;
        this.trial = trial;
        this.record = record;
        this.meters = meters;
    }

    /** Goes on until the last row, or until told to stop; answers whether it came to the end. */
    boolean go(Iterator<LedgerRow> rows, BooleanSupplier stopped) {
        var batch = new ArrayList<LedgerRow>();
        while (rows.hasNext() && !stopped.getAsBoolean()) {
            var row = rows.next();
            if (row.line() >= claim.nextLine() && !row.isBlank()) {
                batch.add(row);
            } else if (claim.dryRun() && !row.isBlank()) {
                trial.remember(read(row));
            }
            if (batch.size() == BATCH || (!rows.hasNext() && !batch.isEmpty())) {
                keep(batch);
                batch.clear();
            }
        }
        return !rows.hasNext() && batch.isEmpty();
    }

    private void keep(List<LedgerRow> rows) {
        var started = System.nanoTime();
        var readings = rows.stream().map(this::read).toList();
        try {
            together(readings, started);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException oneOfThem) {
            LOG.debug("a batch of rows is kept row by row: {}", Traces.withoutData(oneOfThem));
            readings.forEach(this::alone);
        }
    }

    private Reading read(LedgerRow row) {
        try {
            return reader.read(row);
        } catch (DataAccessException databaseGone) {
            throw databaseGone;
        } catch (RuntimeException bug) {
            LOG.error("a row could not be read: {}", Traces.withoutData(bug));
            return Reading.failed(row);
        }
    }

    private void alone(Reading reading) {
        for (var attempt = 1; ; attempt++) {
            var started = System.nanoTime();
            try {
                together(List.of(reading), started);
                return;
            } catch (LeaseLost lost) {
                throw lost;
            } catch (Named refused) {
                fail(reading, refused.code(), started);
                return;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    LOG.error("a row could not be kept: {}", Traces.withoutData(failure));
                    fail(reading, "UNFORESEEN", started);
                    return;
                }
            }
        }
    }

    private void together(List<Reading> readings, long started) {
        if (claim.dryRun()) {
            var verdicts = new ArrayList<RowVerdict>();
            batches.rehearse(() -> verdicts.addAll(trial.verdicts(readings)));
            onRecord(verdicts, started);
            readings.forEach(trial::remember);
        } else {
            var tally = new ArrayList<ImportTally>();
            batches.together(() -> tally.add(record.of(trial.verdicts(readings), claim, owner, started)));
            tally.forEach(meters::count);
        }
    }

    private void fail(Reading reading, String code, long started) {
        onRecord(List.of(RowVerdict.failed(reading, "row", code)), started);
    }

    private void onRecord(List<RowVerdict> verdicts, long started) {
        batches.together(() -> record.of(verdicts, claim, owner, started));
        if (!claim.dryRun()) {
            meters.count(ImportTally.of(verdicts));
        }
    }
}
