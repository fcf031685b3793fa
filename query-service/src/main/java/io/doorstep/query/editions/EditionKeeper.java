package io.doorstep.query.editions;

import io.doorstep.query.asof.Watermark;
import io.doorstep.store.Migration;
import io.doorstep.web.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 版次照管。 Does what the rows of the editions ask for: throws an edition away once no node reads into it any more, has it read from the first
 * fact, and says when it is complete. Any node does it, one at a time.
 */
public final class EditionKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EditionKeeper.class);
    /** Where the migrations of the reading tables lie, which name no schema. */
    public static final String TABLES = "classpath:db/reading";

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(5);
    private static final Duration PACE_OVER = Duration.ofMinutes(1);

    private final Editions editions;
    private final Reading reading;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private @Nullable ScheduledExecutorService hand;
    private String failing = "";

    /** 读取。 What facts are read with; of as many segments as readers are begun with. */
    public record Reading(
            Watermark watermark, TokenStore tokens, EventStorageEngine store, int segments, Duration claimTimeout) {}

    /** At some moment, how far the reading was and what there was to read. */
    private record Mark(long nanos, long position, long last) {}

    public EditionKeeper(
            Editions editions,
            Reading reading,
            DataSource database,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.editions = editions;
        this.reading = reading;
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Facts a second that the edition that is being built has come on by over the last minute; empty when none is, or too short a time. */
    OptionalLong pace() {
        synchronized (marks) {
            var first = marks.peekFirst();
            var last = marks.peekLast();
            return first == null
                            || last == null
                            || last.nanos() - first.nanos()
                                    < Duration.ofSeconds(2).toNanos()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            Math.round((last.position() - first.position()) * 1e9 / (last.nanos() - first.nanos())));
        }
    }

    private void beat() {
        try {
            editions.look();
            for (var edition : Edition.values()) {
                tend(edition, editions.row(edition).state());
            }
            failing = "";
        } catch (RuntimeException failure) {
            var said = Traces.withoutData(failure);
            if (!said.equals(failing)) {
                failing = said;
                LOG.warn("the editions of the reading tables cannot be tended, it is tried again: {}", said);
            }
        }
    }

    private void tend(Edition edition, EditionState state) {
        switch (state) {
            case CLEARING, DROPPING -> {
                if (!isHeld(edition) && editions.takeInHand(edition, state)) {
                    edition.ask(() -> throwAway(edition));
                    editions.thrownAway(edition, state);
                }
            }
            case BUILDING -> follow(edition);
            case EMPTY, COMPLETE -> {}
        }
    }

    /** Whether some node may still write into it: a claim that was not given back holds until it runs out. */
    private boolean isHeld(Edition edition) {
        var since = clock.instant().minus(reading.claimTimeout());
        try {
            return edition
                    .ask(() -> jdbc.sql("select timestamp from token_entry where owner is not null")
                            .query(String.class)
                            .list())
                    .stream()
                    .anyMatch(claimed -> Instant.parse(claimed).isAfter(since));
        } catch (BadSqlGrammarException thrownAwayHalfWay) {
            return false;
        }
    }

    private boolean throwAway(Edition edition) {
        jdbc.sql("drop schema if exists " + edition.schema() + " cascade").update();
        Migration.ofSchema(database, edition.schema(), TABLES);
        transaction.executeWithoutResult(step -> reading.tokens()
                .initializeTokenSegments(
                        edition.group(), reading.segments(), reading.store().createTailToken()));
        return true;
    }

    private void follow(Edition edition) {
        var last = reading.watermark().lastIndex();
        var position = edition.ask(() -> reading.watermark().position(edition.group()));
        if (hasCaughtUp(new Mark(System.nanoTime(), position, last))) {
            editions.complete(edition).ifPresent(by -> serveIfAsGood(edition, by));
        }
    }

    /** Whether all is read that was there a moment ago: where facts come in without end, there is always one more. */
    private boolean hasCaughtUp(Mark now) {
        synchronized (marks) {
            if (!marks.isEmpty() && marks.getLast().position() > now.position()) {
                marks.clear();
            }
            marks.addLast(now);
            while (now.nanos() - marks.getFirst().nanos() > PACE_OVER.toNanos()) {
                marks.removeFirst();
            }
            return marks.stream()
                    .filter(mark -> now.nanos() - mark.nanos() <= CAUGHT_UP.toNanos())
                    .anyMatch(mark -> now.position() >= mark.last());
        }
    }

    /** As somebody wished when he had it built; not where cases are missing that the one that serves has. */
    private void serveIfAsGood(Edition edition, String by) {
        if (unread(edition) <= unread(editions.serving())) {
            editions.serve(edition, by, "");
        } else {
            LOG.warn("the new edition leaves more cases unread than the one that serves, and waits for a decision");
        }
    }

    /** Cases with facts that could not be read. */
    long unread(Edition edition) {
        return edition.ask(() -> jdbc.sql("select count(distinct sequence_identifier) from dead_letter_entry")
                .query(Long.class)
                .single());
    }

    @Override
    public synchronized void start() {
        var every = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "edition-keeper");
            thread.setDaemon(true);
            return thread;
        });
        // its result is never asked for: what goes wrong is logged, and tried again at the next beat
        var unused = every.scheduleWithFixedDelay(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        hand = every;
    }

    @Override
    public synchronized void stop() {
        if (hand != null) {
            hand.shutdownNow();
            hand = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hand != null;
    }
}
