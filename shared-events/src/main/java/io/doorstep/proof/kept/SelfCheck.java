package io.doorstep.proof.kept;

import io.doorstep.identity.Actor;
import io.doorstep.proof.check.JdbcHistory;
import io.doorstep.proof.check.Section;
import io.doorstep.proof.check.Verification;
import io.doorstep.terms.Role;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 自检。 Checks the whole history of the running office against its ledger and its own checkpoints, one check at a time, and puts the result
 * on record. It believes the keys and checkpoints of the database: who could change these too is found by the verifier with the copies of
 * a second place.
 */
public final class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final int ALL = 1_000_000;

    private final DataSource database;
    private final FactLedger ledger;
    private final Checkpoints checkpoints;
    private final LedgerKeys keys;
    private final CheckBook book;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong looked = new AtomicLong();

    /**
     * 进度。 How far a check on this node is.
     *
     * @param looked number of facts that were looked at so far
     * @param all number of facts in the ledger
     */
    public record Progress(boolean running, long looked, long all) {}

    public SelfCheck(
            DataSource database,
            FactLedger ledger,
            Checkpoints checkpoints,
            LedgerKeys keys,
            CheckBook book,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.book = book;
        this.clock = clock;
    }

    /** Whether it concerns somebody that the history is whole: who audits, and who keeps the machine. */
    public static boolean concerns(Actor somebody) {
        return somebody.is(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR);
    }

    public Progress progress() {
        return new Progress(running.get(), looked.get(), ledger.head().size());
    }

    /** Begins a check in the background; answers whether it did, or one was running already. */
    public boolean begin(String askedBy) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        looked.set(0);
        var thread = new Thread(() -> runToTheEnd(askedBy), "self-check");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Checks at once, unless one is running. */
    public void run() {
        if (running.compareAndSet(false, true)) {
            looked.set(0);
            runToTheEnd(null);
        }
    }

    private void runToTheEnd(@Nullable String askedBy) {
        try {
            var begun = clock.instant();
            ledger.chainAll(LedgerKeeper.BATCH);
            var sections = checkpoints.latest(ALL).stream()
                    .map(signed -> new Section(signed, 0, List.of()))
                    .toList();
            try (var connection = database.getConnection()) {
                var report = new Verification(keys.known(), sections, looked::set).of(new JdbcHistory(connection));
                book.add(askedBy, begun, clock.instant(), report);
                if (!report.whole()) {
                    LOG.error(
                            "the history is not as it was put on record: {} findings, see the page of proofs",
                            report.found());
                }
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.error("the check of the history came to no end", failure);
        } finally {
            running.set(false);
        }
    }
}
