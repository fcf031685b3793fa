package io.doorstep.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 库时。 The database's clock, which all nodes go by: one whose own clock is an hour off would otherwise date facts in the future and
 * take, or keep for an hour, what others work on. Differences below a second are left alone, so that time never wavers.
 */
public final class DatabaseTime {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock own;
    private volatile Duration ahead = Duration.ZERO;

    public DatabaseTime(JdbcClient jdbc, Clock own) {
        this.jdbc = jdbc;
        this.own = own;
        compare();
    }

    /** How far the own clock is ahead, as corrected for. */
    public Duration ahead() {
        return ahead;
    }

    /** The time of the database, asked without asking it. */
    public Clock clock() {
        return new Corrected(ZoneId.of("UTC"));
    }

    /** Compares both; an answer that took long says nothing. */
    void compare() {
        var before = own.instant();
        var there = jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var took = Duration.between(before, own.instant());
        if (took.isNegative() || took.compareTo(TOLERATED) > 0) {
            return;
        }
        var measured = Duration.between(there, before.plus(took.dividedBy(2)));
        if (measured.minus(ahead).abs().compareTo(TOLERATED) > 0) {
            ahead = measured.abs().compareTo(TOLERATED) > 0 ? measured : Duration.ZERO;
            LOG.warn("the clock of this machine is {} s ahead of the database's, which is gone by", ahead.toSeconds());
        }
    }

    private final class Corrected extends Clock {
        private final ZoneId zone;

        Corrected(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Corrected(other);
        }

        @Override
        public Instant instant() {
            return own.instant().minus(ahead);
        }
    }
}
