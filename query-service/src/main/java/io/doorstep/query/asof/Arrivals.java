package io.doorstep.query.asof;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 到达通知。 Lets a reader wait until the projection has read something: it is woken by every commit of this node, and looks
 * again by itself for what other nodes committed.
 */
public final class Arrivals {

    private static final long LOOK_AGAIN = Duration.ofMillis(200).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private long commits;

    /** Whether the condition came true within the time. */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var seen = commits();
            if (condition.getAsBoolean()) {
                return true;
            }
            var left = deadline - System.nanoTime();
            if (left <= 0 || !pause(seen, Math.min(left, LOOK_AGAIN))) {
                return false;
            }
        }
    }

    void announceAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            announce();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce();
            }
        });
    }

    private void announce() {
        lock.lock();
        try {
            commits++;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long commits() {
        lock.lock();
        try {
            return commits;
        } finally {
            lock.unlock();
        }
    }

    /** False when the waiting thread was told to stop. */
    private boolean pause(long seen, long nanos) {
        lock.lock();
        try {
            var left = nanos;
            while (commits == seen && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
