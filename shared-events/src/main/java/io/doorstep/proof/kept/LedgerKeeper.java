package io.doorstep.proof.kept;

import io.doorstep.web.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** 守账。 Chains what was committed since the last look, makes a checkpoint when one is due and has it copied, checks everything once a day. */
public final class LedgerKeeper implements SmartLifecycle {

    static final int BATCH = 1000;

    private static final int MINUTE = 60;
    private static final int PATIENCE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(LedgerKeeper.class);

    private final FactLedger ledger;
    private final Checkpoints checkpoints;
    private final Optional<CopiesFolder> copies;
    private final SelfCheck check;
    private final CheckBook book;
    private final Rhythm rhythm;
    private final Clock clock;
    private @Nullable ScheduledExecutorService hand;
    private long copied = -1;
    private volatile String failing = "";

    /**
     * 节奏。 How often.
     *
     * @param look between two looks for new facts
     * @param checkpoint between two checkpoints, when there are new facts
     * @param firstCheck after the start, when a check is due
     * @param check between two checks
     */
    public record Rhythm(Duration look, Duration checkpoint, Duration firstCheck, Duration check) {}

    public LedgerKeeper(
            FactLedger ledger,
            Checkpoints checkpoints,
            Optional<CopiesFolder> copies,
            SelfCheck check,
            CheckBook book,
            Rhythm rhythm,
            Clock clock) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.copies = copies;
        this.check = check;
        this.book = book;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var every = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "ledger-keeper");
            thread.setDaemon(true);
            return thread;
        });
        // their results are never asked for: what goes wrong is logged, and tried again the next time
        var unused = every.scheduleWithFixedDelay(
                this::look, rhythm.look().toMillis(), rhythm.look().toMillis(), TimeUnit.MILLISECONDS);
        unused = every.scheduleWithFixedDelay(
                this::checkWhenDue, rhythm.firstCheck().toSeconds(), MINUTE, TimeUnit.SECONDS);
        hand = every;
    }

    @Override
    public synchronized void stop() {
        if (hand != null) {
            hand.shutdown();
            try {
                if (!hand.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                    LOG.warn("the keeper of the ledger did not come to an end");
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            hand = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hand != null;
    }

    /** One look round; what goes wrong is tried again with the next one. */
    void look() {
        attempt(() -> ledger.chainAll(BATCH));
        attempt(() -> {
            if (checkpointDue()) {
                checkpoints.make();
            }
        });
        copies.ifPresent(folder -> attempt(() -> copy(folder)));
    }

    private void copy(CopiesFolder folder) {
        var last = checkpoints.last().map(one -> one.checkpoint().size()).orElse(0L);
        if (last > copied) {
            folder.bringUpToDate();
            copied = last;
        }
    }

    private boolean checkpointDue() {
        return checkpoints
                .last()
                .map(last -> !last.checkpoint().at().plus(rhythm.checkpoint()).isAfter(clock.instant()))
                .orElse(true);
    }

    private void checkWhenDue() {
        attempt(() -> {
            var due = book.last()
                    .map(last -> !last.endedAt().plus(rhythm.check()).isAfter(clock.instant()))
                    .orElse(true);
            if (due) {
                check.run();
            }
        });
    }

    private void attempt(Runnable step) {
        try {
            step.run();
            failing = "";
        } catch (RuntimeException failure) {
            var said = Traces.withoutData(failure);
            if (!said.equals(failing)) {
                failing = said;
                LOG.warn("the ledger of facts cannot be brought up to date, it is tried again: {}", said);
            }
        }
    }
}
