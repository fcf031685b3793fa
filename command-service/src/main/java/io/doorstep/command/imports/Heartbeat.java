package io.doorstep.command.imports;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** 心跳。 Renews a lease while something slow, such as opening a large workbook, is under way. */
final class Heartbeat {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "ledger-imports-lease");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> beats;

    private Heartbeat(Duration pause, Runnable renewal) {
        var millis = pause.toMillis();
        beats = timer.scheduleWithFixedDelay(() -> beat(renewal), millis, millis, TimeUnit.MILLISECONDS);
    }

    static Heartbeat every(Duration pause, Runnable renewal) {
        return new Heartbeat(pause, renewal);
    }

    private static void beat(Runnable renewal) {
        try {
            renewal.run();
        } catch (DataAccessException | TransactionException nextTime) {
            // the row may be locked by the batch, which renews the lease itself
            return;
        }
    }

    /** Never by an interruption: one that hits H2 at its file closes the whole database. */
    void stop() {
        beats.cancel(false);
        timer.shutdown();
    }
}
