package io.doorstep.command.imports;

import io.doorstep.command.dispatch.Batches;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.web.Named;
import io.doorstep.web.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * 导入过程。 One import on this node: a hundred rows in one transaction with the record of how far it is. When one of them
 * cannot be kept, each of the hundred gets a transaction of its own.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 3;

    private final ImportClaim claim;
    private final String owner;
    private final RowReader reader;
    private final Batches batches;
    private final ImportRegister register;
    private final ImportOrigin origin;
    private final ImportMeters meters;

    ImportRun(
            ImportClaim claim,
            String owner,
            RowReader reader,
            Batches batches,
            ImportRegister register,
            ImportOrigin origin,
            ImportMeters meters) {
        this.claim = claim;
        this.owner = owner;
        this.reader = reader;
        this.batches = batches;
        this.register = register;
        this.origin = origin;
        this.meters = meters;
    }

    /** Goes on until the last row, or until told to stop; answers whether it came to the end. */
    boolean go(Iterator<LedgerRow> rows, BooleanSupplier stopped) {
        var batch = new ArrayList<LedgerRow>();
        while (rows.hasNext() && !stopped.getAsBoolean()) {
            var row = rows.next();
            if (row.line() >= claim.nextLine() && !row.isBlank()) {
                batch.add(row);
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
            return Reading.failed(row.line());
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
        var tally = new ImportTally[] {ImportTally.NOTHING};
        batches.together(() -> {
            var receipts = new HashMap<>(
                    register.receipts(readings.stream().map(Reading::receiptKey).toList()));
            for (var reading : readings) {
                tally[0] = one(reading, receipts, tally[0]);
            }
            advance(readings, tally[0], started);
        });
        meters.count(tally[0]);
    }

    private ImportTally one(Reading reading, Map<String, String> receipts, ImportTally tally) {
        var command = reading.command();
        if (command == null) {
            register.problems(claim.importId(), reading.line(), reading.problems());
            return tally.andFailed();
        }
        var before = receipts.putIfAbsent(reading.receiptKey(), reading.contentHash());
        if (before == null) {
            batches.send(
                    command,
                    new Sending(
                            claim.requester(),
                            List.of(reading.receiptKey()),
                            reading.contentHash(),
                            null,
                            claim.importId(),
                            null));
            register.problems(claim.importId(), reading.line(), reading.problems());
            return tally.andDone(!reading.problems().isEmpty());
        }
        if (before.equals(reading.contentHash())) {
            return tally.andSkipped();
        }
        // a case that this very import made may still lie in the batch, unseen by any table
        var earlier = origin.of(reading.caseId());
        var twice = earlier.isEmpty() || earlier.get().equals(claim.importId());
        var code = twice ? "DUPLICATE_ID" : "CHANGED_SINCE_IMPORT";
        register.problems(claim.importId(), reading.line(), List.of(RowProblem.error(Target.ID.wire(), code)));
        return tally.andFailed();
    }

    private void fail(Reading reading, String code, long started) {
        batches.together(() -> {
            register.problems(claim.importId(), reading.line(), List.of(RowProblem.error("row", code)));
            advance(List.of(reading), ImportTally.NOTHING.andFailed(), started);
        });
        meters.count(ImportTally.NOTHING.andFailed());
    }

    private void advance(List<Reading> readings, ImportTally tally, long started) {
        var next = readings.get(readings.size() - 1).line() + 1;
        var first = readings.get(0).line();
        register.advance(claim.importId(), owner, tally, first, next, (System.nanoTime() - started) / 1_000_000);
    }
}
