package io.doorstep.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 库时。 The database's clock, which all nodes go by: one whose own clock is an hour off would otherwise date facts in the future and
 * take, or keep for an hour, what others work on. Between two comparisons it goes by the time since, which nobody can set.
 */
public final class DatabaseTime {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);
    private static final Duration TOLERATED = Duration.ofMillis(100);
    private static final Duration TOOK_LONG = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock own;
    private volatile Reading last;
    private boolean warned;

    public DatabaseTime(JdbcClient jdbc, Clock own) {
        this.jdbc = jdbc;
        this.own = own;
        this.last = read();
        warn();
    }

    /**
     * 读数。
     *
     * @param at what the database's clock showed
     * @param nanos of {@link System#nanoTime} at that moment: half-way between question and answer
     * @param took between question and answer; twice the greatest error
     */
    private record Reading(Instant at, long nanos, Duration took) {
        Instant now() {
            return at.plusNanos(System.nanoTime() - nanos);
        }

        /** Whether both cannot be right, or the later is worth more by far: the first of a process may have waited for its connection. */
        boolean isOverruledBy(Reading later) {
            var apart = Duration.between(now(), later.now()).abs();
            return apart.compareTo(TOLERATED) > 0
                    && (apart.multipliedBy(2).compareTo(took.plus(later.took)) > 0
                            || later.took.multipliedBy(2).compareTo(took) < 0);
        }
    }

    /** How far this machine's clock is ahead, give or take half of what the answer took. */
    public Duration ahead() {
        return Duration.between(last.now(), own.instant());
    }

    /** The time of the database, asked without asking it. */
    public Clock clock() {
        InstantSource now = () -> last.now();
        return now.withZone(ZoneOffset.UTC);
    }

    /** Compares both; an answer that took long says nothing, and what hardly differs is left alone, so that time does not waver. */
    void compare() {
        var reading = read();
        if (reading.took().compareTo(TOOK_LONG) < 0 && last.isOverruledBy(reading)) {
            last = reading;
        }
        warn();
    }

    private void warn() {
        var ahead = ahead();
        var off = ahead.abs().compareTo(RunningNode.CLOCK_IS_OFF) > 0;
        if (off && !warned) {
            LOG.warn("the clock of this machine is {} s ahead of the database's, which is gone by", ahead.toSeconds());
        }
        warned = off;
    }

    private Reading read() {
        var before = System.nanoTime();
        var there = jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var took = System.nanoTime() - before;
        return new Reading(there, before + took / 2, Duration.ofNanos(took));
    }
}
