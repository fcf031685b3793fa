package io.doorstep.vault;

import io.doorstep.store.Engine;
import io.doorstep.web.Traces;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 守库。 Once a minute: this node says which master keys it knows, keeps file and table of the erased keys alike, and goes on
 * with a rotation that was left. It stops last, and then has the pages of an embedded database rewritten after an erasure.
 */
public final class VaultKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VaultKeeper.class);
    private static final int SECONDS = 60;

    private final JdbcClient jdbc;
    private final Engine engine;
    private final String url;
    private final ErasedKeys erased;
    private final KeyRotation rotation;
    private final TransactionTemplate transaction;
    private @Nullable ScheduledExecutorService clock;

    public VaultKeeper(
            JdbcClient jdbc,
            Engine engine,
            String url,
            ErasedKeys erased,
            KeyRotation rotation,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.url = url;
        this.erased = erased;
        this.rotation = rotation;
        this.transaction = transaction;
    }

    @Override
    public synchronized void start() {
        rotation.present();
        var every = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "vault-keeper");
            thread.setDaemon(true);
            return thread;
        });
        // its result is never asked for: what goes wrong is logged, and tried again in a minute
        var unused = every.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        clock = every;
    }

    /** One look round; what goes wrong is tried again with the next one. */
    void look() {
        attempt(rotation::present);
        attempt(() -> transaction.executeWithoutResult(step -> erased.reconcile()));
        attempt(rotation::goOn);
        if (engine == Engine.POSTGRESQL) {
            attempt(this::rewriteTables);
        }
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.warn("the vault's keeper: {}", Traces.withoutData(failure));
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdown();
            try {
                if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("the vault's keeper did not come to an end");
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            clock = null;
            attempt(rotation::absent);
            if (engine == Engine.H2 && url.startsWith("jdbc:h2:file:")) {
                attempt(this::rewriteFile);
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** The deleted row of a key lies in the table's file until that is written anew. */
    private void rewriteTables() {
        if (inOldPages()) {
            jdbc.sql("vacuum full vault.subject_key").update();
            jdbc.sql("vacuum full vault.number_hash").update();
            rewritten();
        }
    }

    private void rewriteFile() {
        if (inOldPages()) {
            rewritten();
            jdbc.sql("shutdown compact").update();
        }
    }

    private boolean inOldPages() {
        return jdbc.sql("select count(*) from vault.erased_key where in_old_pages")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void rewritten() {
        jdbc.sql("update vault.erased_key set in_old_pages = false where in_old_pages")
                .update();
    }
}
