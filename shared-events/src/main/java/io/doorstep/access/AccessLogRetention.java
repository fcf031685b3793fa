package io.doorstep.access;

import io.doorstep.store.Engine;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 查阅记录的保存期限。 Removes entries that were kept long enough, once a day, and leaves a line that says how many, from when to
 * when, and by which rule. On any number of nodes, and as often as one likes: what is gone is not removed twice.
 */
public class AccessLogRetention {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLogRetention.class);
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Engine engine;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final int years;

    public AccessLogRetention(JdbcClient jdbc, Engine engine, Clock clock, TransactionTemplate transaction, int years) {
        if (years < 1 || years > LONGEST) {
            throw new IllegalArgumentException("doorstep.access-log.keep-years must be between 1 and " + LONGEST);
        }
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
        this.transaction = transaction;
        this.years = years;
    }

    /** Answers how many entries are gone. */
    @Scheduled(cron = "${doorstep.access-log.cron:0 10 4 * * *}", zone = "${doorstep.zone:Asia/Shanghai}")
    public long expire() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Long gone = transaction.execute(step -> expire(now, now.minusYears(years)));
        if (gone != null && gone > 0) {
            LOG.info("{} entries of the access log were kept for {} years and are gone", gone, years);
        }
        return gone == null ? 0 : gone;
    }

    private record Span(
            @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {}

    private long expire(OffsetDateTime now, OffsetDateTime limit) {
        var span = jdbc.sql("select min(at), max(at) from access_log where at < ?")
                .param(limit)
                .query((row, n) ->
                        new Span(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
                .single();
        if (span.from() == null || span.to() == null) {
            return 0;
        }
        allow(true);
        long gone = jdbc.sql("delete from access_log where at < ?").param(limit).update();
        allow(false);
        if (gone > 0) {
            jdbc.sql(
                            "insert into access_log_expiry (expired_at, from_at, to_at, entries, policy) values (?, ?, ?, ?, ?)")
                    .params(now, span.from(), span.to(), gone, "doorstep.access-log.keep-years=" + years)
                    .update();
        }
        return gone;
    }

    /** The database refuses to delete from the log unless the transaction says that it is this. */
    private void allow(boolean allowed) {
        var word = allowed ? "on" : "off";
        if (engine == Engine.POSTGRESQL) {
            jdbc.sql("select set_config('doorstep.retention', ?, true)")
                    .param(word)
                    .query(String.class)
                    .single();
        } else {
            jdbc.sql("set @doorstep_retention = ?").param(word).update();
        }
    }
}
