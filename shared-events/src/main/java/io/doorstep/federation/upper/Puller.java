package io.doorstep.federation.upper;

import io.doorstep.federation.Distrust;
import io.doorstep.federation.Distrust.Kind;
import io.doorstep.federation.Examination;
import io.doorstep.federation.Known;
import io.doorstep.federation.Stretch;
import io.doorstep.web.Traces;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * 汇数巡查。 Asks each county in turn for what is new, several at a time, one node a county; what is not proven is not taken in, and is told
 * loudly until it is mended.
 */
public final class Puller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
    private static final int PATIENCE = 10;

    private final UpperLevel level;
    private final Copies copies;
    private final String node;
    private final Rhythm rhythm;
    private final BooleanSupplier prepared;
    private final CountyLine line = new CountyLine();
    private @Nullable ScheduledExecutorService hands;
    private volatile boolean stopping;

    /**
     * 节奏。
     *
     * @param every how long after an answer a county is asked again
     * @param atOnce counties that are asked side by side
     * @param most facts of one answer
     */
    public record Rhythm(Duration every, int atOnce, int most) {}

    /** @param prepared whether the tables are there by which lists sort what was copied */
    public Puller(UpperLevel level, Copies copies, String node, Rhythm rhythm, BooleanSupplier prepared) {
        this.level = level;
        this.copies = copies;
        this.node = node;
        this.rhythm = rhythm;
        this.prepared = prepared;
    }

    /** Bytes that came over the line since the start, as they were packed. */
    public long bytes() {
        return line.bytes();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        var pool = Executors.newScheduledThreadPool(Math.max(1, rhythm.atOnce()), task -> {
            var thread = new Thread(task, "puller");
            thread.setDaemon(true);
            return thread;
        });
        level.sources().forEach(source -> {
            copies.enter(source);
            // its result is never asked for: what goes wrong is kept with the county, and tried again the next time
            var unused = pool.scheduleWithFixedDelay(
                    () -> round(source), 0, rhythm.every().toMillis(), TimeUnit.MILLISECONDS);
        });
        hands = pool;
    }

    @Override
    public synchronized void stop() {
        if (hands != null) {
            stopping = true;
            // no interrupt: H2 closes its file under an interrupted thread
            hands.shutdown();
            try {
                if (!hands.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                    LOG.warn("the copying of facts did not come to an end");
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            hands = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hands != null;
    }

    /** Takes in all that a county has now. */
    void round(Source source) {
        try {
            if (!prepared.getAsBoolean()) {
                copies.failed(source, "NO_REFERENCE_DATA");
                return;
            }
            var more = true;
            while (more && !stopping && copies.take(source, node)) {
                more = step(source);
            }
        } catch (NoAnswer silent) {
            if (!stopping) {
                copies.failed(source, silent.code());
            }
        } catch (RuntimeException failure) {
            if (!stopping) {
                LOG.warn("{} cannot be copied from, it is tried again: {}", source, Traces.withoutData(failure));
            }
        }
    }

    /** One answer; whether there is more. */
    private boolean step(Source source) {
        var known = copies.known(source);
        var examination = new Examination(source.keys());
        Stretch stretch = null;
        try {
            stretch = line.ask(source, known.size(), rhythm.most());
            if (stopping) {
                return false;
            }
            var proven = examination.of(stretch, known);
            if (proven.isEmpty()) {
                copies.nothingYet(source);
                return false;
            }
            return copies.keep(source, known.size(), proven.get(), Objects.requireNonNull(stretch.head()))
                    && !proven.get().isAll(known.size());
        } catch (Distrust why) {
            var told = why.kind() == Kind.REWRITTEN ? located(source, examination, known) : why;
            if (copies.stop(source, told, stretch == null ? null : stretch.head())) {
                LOG.error("nothing more is copied from {}: {}", source, told.getMessage());
            }
            return false;
        }
    }

    private Distrust located(Source source, Examination examination, Known known) {
        try {
            return new Distrust(Kind.REWRITTEN, new Rewriting(line, source, examination).first(known));
        } catch (Distrust another) {
            return another;
        }
    }
}
