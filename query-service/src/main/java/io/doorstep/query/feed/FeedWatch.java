package io.doorstep.query.feed;

import io.doorstep.query.asof.FactFeed;
import io.doorstep.query.asof.FactFeed.Stretch;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** 候流。 Looks four times a second whether the ledger has grown, once for all who wait, and answers those for whom there is something. */
@Component
class FeedWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int MOST_OF_ONE_READER = 4;

    private final FactFeed feed;
    private final Collection<Waiting> all = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    FeedWatch(FactFeed feed) {
        this.feed = feed;
        clockwork.shutdown();
    }

    /** 等候者。 Somebody who has heard all up to a position. */
    private static final class Waiting {
        final String reader;
        final LongFunction<Stretch> look;
        final Function<Stretch, ResponseEntity<String>> answer;
        final DeferredResult<ResponseEntity<String>> result;
        volatile Stretch last;

        Waiting(
                String reader,
                Stretch last,
                Duration patience,
                LongFunction<Stretch> look,
                Function<Stretch, ResponseEntity<String>> answer) {
            this.reader = reader;
            this.last = last;
            this.look = look;
            this.answer = answer;
            this.result = new DeferredResult<>(patience.toMillis());
        }

        void end() {
            try {
                result.setResult(answer.apply(last));
            } catch (RuntimeException failure) {
                result.setErrorResult(failure);
            }
        }
    }

    /** The answer to a reader: at once when there is something, or he may not wait; else as soon as there is, or his time is over. */
    DeferredResult<ResponseEntity<String>> until(
            String reader,
            Stretch found,
            int seconds,
            LongFunction<Stretch> look,
            Function<Stretch, ResponseEntity<String>> answer) {
        var one = new Waiting(reader, found, Duration.ofSeconds(Math.max(1, seconds)), look, answer);
        var waiting = all.stream().filter(other -> other.reader.equals(reader)).count();
        if (!found.facts().isEmpty() || seconds == 0 || !running || waiting >= MOST_OF_ONE_READER) {
            one.end();
            return one.result;
        }
        one.result.onTimeout(one::end);
        one.result.onCompletion(() -> all.remove(one));
        all.add(one);
        return one.result;
    }

    private void look() {
        try {
            if (all.isEmpty()) {
                return;
            }
            var head = feed.head();
            all.stream().filter(one -> one.last.through() < head).forEach(FeedWatch::look);
        } catch (RuntimeException failure) {
            // the next look may do better; whoever waits is answered in time
            LOG.warn("could not look after the feed: {}", failure.getClass().getName());
        }
    }

    private static void look(Waiting one) {
        one.last = one.look.apply(one.last.through());
        if (!one.last.facts().isEmpty()) {
            one.end();
        }
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "feed-watch");
            thread.setDaemon(true);
            return thread;
        });
        var looking = clockwork.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        running = !looking.isDone();
    }

    /** Answers who waits before the server waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
        all.forEach(Waiting::end);
        all.clear();
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
