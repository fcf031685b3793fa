package io.doorstep.command.imports;

import io.doorstep.command.dispatch.Batches;
import io.doorstep.command.dispatch.Receipts;
import io.doorstep.command.dispatch.Sending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 逐行办理。 Sends the command of each row that is new, and says what becomes of the others. A dry run takes the same way;
 * as its receipts are gone after every batch, it remembers them here.
 */
final class RowTrial {

    private final ImportClaim claim;
    private final Batches batches;
    private final ImportRegister register;
    private final ImportOrigin origin;
    private final Map<String, String> rehearsed = new HashMap<>();

    RowTrial(ImportClaim claim, Batches batches, ImportRegister register, ImportOrigin origin) {
        this.claim = claim;
        this.batches = batches;
        this.register = register;
        this.origin = origin;
    }

    /** Within a batch. */
    List<RowVerdict> verdicts(List<Reading> readings) {
        var receipts = new HashMap<>(
                register.receipts(readings.stream().map(Reading::receiptKey).toList()));
        readings.stream()
                .map(Reading::receiptKey)
                .filter(rehearsed::containsKey)
                .forEach(key -> receipts.putIfAbsent(key, rehearsed.getOrDefault(key, "")));
        return readings.stream().map(reading -> verdict(reading, receipts)).toList();
    }

    /** A row that a dry run has come by. */
    void remember(Reading reading) {
        if (reading.command() != null) {
            rehearsed.putIfAbsent(reading.receiptKey(), reading.contentHash());
        }
    }

    private RowVerdict verdict(Reading reading, Map<String, String> receipts) {
        var command = reading.command();
        if (command == null) {
            return RowVerdict.failed(reading);
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
            return RowVerdict.done(reading);
        }
        // a row of somebody whose data were erased does not bring him back, nor is it kept as one to mend
        return before.equals(reading.contentHash()) || before.equals(Receipts.FORGOTTEN)
                ? RowVerdict.skipped(reading)
                : other(reading);
    }

    private RowVerdict other(Reading reading) {
        // a case that this very import made may still lie in the batch, unseen by any table
        var earlier = origin.of(reading.caseId());
        var twice = earlier.isEmpty() || earlier.get().equals(claim.importId());
        return RowVerdict.failed(reading, Target.ID.wire(), twice ? "DUPLICATE_ID" : "CHANGED_SINCE_IMPORT");
    }
}
