package io.doorstep.backup;

import io.doorstep.backup.Backup.Places;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.web.Traces;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 在线备份。 Backs the running office up, at night or when an administrator asks for it, and keeps a record of how it went. */
public final class OfficeBackup {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeBackup.class);
    private static final int BATCH = 1000;
    private static final int ROWS_BETWEEN_SIGNS = 50_000;
    private static final Duration SAME_NIGHT = Duration.ofHours(1);

    private final Backup backup;
    private final Optional<Places> places;
    private final Shelf shelf;
    private final BackupRuns runs;
    private final FactLedger ledger;
    private final Clock clock;

    /** 答复。 What became of a wish for a backup. */
    public enum Answer {
        BEGUN,
        RUNNING_ALREADY,
        NOT_SET
    }

    /**
     * Of the office that this is a node of.
     *
     * @param places empty when no folder is set
     */
    public OfficeBackup(
            Backup backup, Optional<Places> places, Shelf shelf, BackupRuns runs, FactLedger ledger, Clock clock) {
        this.backup = backup;
        this.places = places;
        this.shelf = shelf;
        this.runs = runs;
        this.ledger = ledger;
        this.clock = clock;
    }

    public boolean isSet() {
        return places.isPresent();
    }

    /** Begins one in the background. */
    public Answer begin(String askedBy) {
        if (places.isEmpty()) {
            return Answer.NOT_SET;
        }
        var claimed = runs.begin(askedBy);
        claimed.ifPresent(id -> {
            var thread = new Thread(() -> run(id, places.orElseThrow()), "backup");
            thread.start();
        });
        return claimed.isPresent() ? Answer.BEGUN : Answer.RUNNING_ALREADY;
    }

    /** Makes one now, unless no folder is set, another node is at it, or it has been done within the hour. */
    public void nightly() {
        if (places.isPresent() && !(runs.age() < SAME_NIGHT.toSeconds())) {
            runs.begin(null).ifPresent(id -> run(id, places.orElseThrow()));
        }
    }

    private void run(String id, Places where) {
        try {
            // so that the root speaks for all that was put on record
            ledger.chainAll(BATCH);
            Shelf.removeUnfinished(where.facts());
            Shelf.removeUnfinished(where.keys());
            var taken = backup.take(where, clock.instant(), rows -> {
                if (rows % ROWS_BETWEEN_SIGNS == 0) {
                    runs.alive(id);
                }
            });
            runs.done(id, taken);
            LOG.info(
                    "backup {}: {} rows, {} facts in the ledger, {} bytes",
                    taken.name(),
                    taken.rows(),
                    taken.ledgerSize(),
                    taken.factsBytes() + taken.keysBytes());
            shelf.clear(where, clock.instant());
        } catch (IOException failure) {
            failed(id, "NOT_WRITTEN", failure);
        } catch (SQLException | RuntimeException failure) {
            failed(id, "NOT_READ", failure);
        }
    }

    private void failed(String id, String code, Exception failure) {
        LOG.error("the backup failed ({}): {}", code, Traces.withoutData(failure));
        runs.failed(id, code);
    }
}
