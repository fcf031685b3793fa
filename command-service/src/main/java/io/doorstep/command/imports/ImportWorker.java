package io.doorstep.command.imports;

import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.web.Traces;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * 导入员。 Works on imports in the background, one after another; it takes up its own, those that wait from before, and
 * those of nodes that died.
 */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final ImportRegister register;
    private final ImportEnd end;
    private final Workbench workbench;
    private final boolean enabled;

    private final String owner = UUID.randomUUID().toString();
    private final LinkedBlockingQueue<String> bell = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    ImportWorker(
            ImportRegister register,
            ImportEnd end,
            Workbench workbench,
            @Value("${doorstep.imports.enabled:true}") boolean enabled) {
        this.register = register;
        this.end = end;
        this.workbench = workbench;
        this.enabled = enabled;
    }

    /** There is something to do. */
    void ring() {
        bell.add("");
    }

    @Override
    public void start() {
        if (enabled) {
            stopping = false;
            var worker = new Thread(this::work, "ledger-imports");
            worker.setDaemon(true);
            worker.start();
            thread = worker;
        }
    }

    @Override
    public void stop() {
        stopping = true;
        ring();
        var worker = thread;
        if (worker != null) {
            try {
                worker.join(Duration.ofSeconds(20).toMillis());
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (!stopping) {
            try {
                var claim = register.claim(owner);
                if (claim.isPresent()) {
                    run(claim.get());
                } else {
                    end.expired();
                    pause(LOOK_EVERY);
                }
            } catch (LeaseLost lost) {
                LOG.warn("another node took an import over");
            } catch (RuntimeException failure) {
                if (!stopping) {
                    LOG.error("an import stands still for now: {}", Traces.withoutData(failure));
                }
                pause(AFTER_FAILURE);
            }
        }
    }

    private void run(ImportClaim claim) {
        var id = claim.importId();
        var heartbeat = Heartbeat.every(RENEW_EVERY, () -> register.renew(id, owner));
        try {
            if (workbench.work(claim, owner, () -> stopping)) {
                finish(claim, null);
            }
        } catch (UnreadableLedger torn) {
            finish(claim, torn.reason().name());
        } catch (LeaseLost | DataAccessException | TransactionException goneForNow) {
            throw goneForNow;
        } catch (RuntimeException bug) {
            // left in the queue it would come up again and again, and keep all others waiting
            LOG.error("import {} cannot go on: {}", id, Traces.withoutData(bug));
            finish(claim, "UNFORESEEN");
        } finally {
            heartbeat.stop();
            register.release(id, owner);
        }
    }

    private void finish(ImportClaim claim, @Nullable String failure) {
        end.of(claim, owner, failure);
        LOG.info("import {} ended: {}", claim.importId(), failure == null ? "DONE" : failure);
    }

    private void pause(Duration atMost) {
        try {
            if (bell.poll(atMost.toMillis(), TimeUnit.MILLISECONDS) != null) {
                bell.clear();
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
