package io.doorstep.nodes;

import io.doorstep.web.Traces;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * 报到。 Enters this node before anything else runs, keeps its sign of life fresh and takes it out when all else has stopped. A name
 * that another process uses is refused; a process that was replaced while it stood still ends.
 */
public final class NodeKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeKeeper.class);

    private final Nodes nodes;
    private final DatabaseTime time;
    private final Pulse pulse;
    private final Supplier<String> services;
    private final String version;
    private final Runnable end;
    private final String run = UUID.randomUUID().toString();
    private @Nullable ScheduledExecutorService hand;
    private String failing = "";

    /**
     * What keeps the sign of life.
     *
     * @param services what runs here, with commas; asked once all parts are there
     * @param end ends this process in an orderly way
     */
    public NodeKeeper(
            Nodes nodes, DatabaseTime time, Pulse pulse, Supplier<String> services, String version, Runnable end) {
        this.nodes = nodes;
        this.time = time;
        this.pulse = pulse;
        this.services = services;
        this.version = version;
        this.end = end;
    }

    @Override
    public synchronized void start() {
        enter();
        nodes.look();
        var every = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "node-keeper");
            thread.setDaemon(true);
            return thread;
        });
        var millis = pulse.every().toMillis();
        // its result is never asked for: what goes wrong is logged, and tried again at the next beat
        var unused = every.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
        hand = every;
    }

    private void enter() {
        while (!nodes.table().enter(said())) {
            var former = nodes.table().find(nodes.own().value());
            if (former.isEmpty()) {
                continue;
            }
            if (pulse.alone() || !former.get().node().alive()) {
                if (nodes.table().replace(former.get(), said())) {
                    LOG.info(
                            "node {} takes the place of a process that ended without a word",
                            nodes.own().value());
                    return;
                }
            } else {
                LockSupport.parkNanos(pulse.every().toNanos());
                nodes.table().find(nodes.own().value()).ifPresent(now -> refuseIfAlive(former.get(), now));
            }
        }
    }

    /** One that died a moment ago gives no second sign; its successor waits for that. */
    private static void refuseIfAlive(NodeTable.Row before, NodeTable.Row now) {
        if (now.node().seenAt().isAfter(before.node().seenAt())) {
            throw new IllegalStateException(
                    "Doorstep 不启动：另一进程正以节点名 " + now.node().name()
                            + " 运行，请为每个节点设不同的 doorstep.node / does not start: another process runs as node "
                            + now.node().name() + " on this database; give each its own doorstep.node");
        }
    }

    private void beat() {
        try {
            time.compare();
            if (!nodes.table().beat(said()) && !nodes.table().enter(said())) {
                LOG.error(
                        "another process took the name {} while this one stood still; this one ends",
                        nodes.own().value());
                end.run();
                return;
            }
            nodes.table().forget();
            nodes.look();
            failing = "";
        } catch (RuntimeException failure) {
            var said = Traces.withoutData(failure);
            if (!said.equals(failing)) {
                failing = said;
                LOG.warn("this node cannot give a sign of life, it is tried again: {}", said);
            }
        }
    }

    private Run said() {
        return new Run(nodes.own(), run, services.get(), version, time.ahead());
    }

    @Override
    public synchronized void stop() {
        if (hand != null) {
            hand.shutdownNow();
            hand = null;
            try {
                nodes.table().leave(said());
            } catch (RuntimeException unreachable) {
                LOG.warn("this node could not sign off, others will miss it: {}", Traces.withoutData(unreachable));
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hand != null;
    }

    /** After the vault's keeper, which stops last and may close an embedded database. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
