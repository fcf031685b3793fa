package io.doorstep.query.asof;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 已知截止。 Pins a moment to what is on record by now, so that later pages of a list rest on the same knowledge. */
public final class KnownByNow {

    private KnownByNow() {}

    /** The same moment, knowing what has been read so far and nothing that will be. */
    public static Moment pin(Moment moment, JdbcClient jdbc) {
        if (moment.knownAt() != null) {
            return moment;
        }
        var latest = latest(jdbc);
        return new Moment(moment.now(), moment.holdsAt(), latest == null ? moment.now() : latest);
    }

    /** Whether anything was read that the moment does not know yet. */
    public static boolean hasGrownSince(Moment moment, JdbcClient jdbc) {
        var known = moment.knownAt();
        var latest = latest(jdbc);
        return known != null && latest != null && latest.isAfter(known);
    }

    private static @Nullable Instant latest(JdbcClient jdbc) {
        var latest = jdbc.sql("select max(recorded_from) from case_state")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
        return latest == null ? null : latest.toInstant();
    }
}
