package io.doorstep.query.live;

import io.doorstep.query.asof.CaseVersions;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * 守望。 Looks four times a second how many facts the watched cases have, in one question for all of them, and tells who watches. It
 * asks the database, so that it does not matter which node read the fact.
 */
@Component
class Watch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int BEAT_EVERY = 60;
    // a browser comes back by itself; and who has signed out since finds the door closed
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final CaseVersions versions;
    private final Map<String, List<SseEmitter>> watchers = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new HashMap<>();
    private volatile boolean running;
    private ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private int beats;

    Watch(CaseVersions versions) {
        this.versions = versions;
        clockwork.shutdown();
    }

    SseEmitter on(String caseId) {
        var emitter = new SseEmitter(AT_MOST.toMillis());
        Runnable leave = () -> watchers.computeIfPresent(caseId, (id, all) -> {
            all.remove(emitter);
            return all.isEmpty() ? null : all;
        });
        emitter.onCompletion(leave);
        emitter.onTimeout(emitter::complete);
        emitter.onError(broken -> leave.run());
        watchers.computeIfAbsent(caseId, id -> new CopyOnWriteArrayList<>()).add(emitter);
        // what happened between the page and this stream must not be missed
        send(emitter, "version", versions.of(caseId));
        return emitter;
    }

    private void look() {
        try {
            beats++;
            if (watchers.isEmpty()) {
                told.clear();
                return;
            }
            told.keySet().retainAll(watchers.keySet());
            versions.of(watchers.keySet()).forEach((caseId, version) -> {
                var before = told.put(caseId, version);
                if (before == null || before < version) {
                    watchers.getOrDefault(caseId, List.of()).forEach(emitter -> send(emitter, "version", version));
                }
            });
            if (beats % BEAT_EVERY == 0) {
                watchers.values().forEach(all -> all.forEach(emitter -> send(emitter, "beat", 0)));
            }
        } catch (RuntimeException failure) {
            // the next look may do better; a page that hears nothing still works
            LOG.warn(
                    "could not look after watched cases: {}", failure.getClass().getName());
        }
    }

    private static void send(SseEmitter emitter, String name, long value) {
        try {
            emitter.send(SseEmitter.event().name(name).data(value));
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "live-watch");
            thread.setDaemon(true);
            return thread;
        });
        var looking = clockwork.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        running = !looking.isDone();
    }

    /** Ends the streams before the server waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
        watchers.values().forEach(all -> all.forEach(SseEmitter::complete));
        watchers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
