package io.doorstep.federation.upper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 汇数情况。 How fresh the copies of each county are, how much was kept back there, and what stopped it. */
public final class Standing {

    private final JdbcClient jdbc;
    private final UpperLevel level;

    /**
     * 一县。
     *
     * @param asOf moment, by the county's clock, at which all that it had was here; null before that
     * @param facts lines of its ledger that were proven
     * @param withheld those of them whose facts are not here
     * @param toCome lines that it has more, as of its last answer
     * @param failure why the last question had no answer
     * @param stop what is wrong with its ledger; nothing is copied any more
     * @param stopAt position where that begins; -1 when that is not known
     */
    public record County(
            String name,
            String label,
            String place,
            @Nullable Instant asOf,
            @Nullable Instant askedAt,
            long facts,
            long withheld,
            long toCome,
            @Nullable String failure,
            @Nullable String stop,
            @Nullable Long stopAt,
            @Nullable Instant stoppedAt) {}

    public Standing(JdbcClient jdbc, UpperLevel level) {
        this.jdbc = jdbc;
        this.level = level;
    }

    public boolean holdsCopies() {
        return level.holdsCopies();
    }

    /** In the order of their divisions' codes; none in an office with cases of its own. */
    public List<County> counties() {
        if (!level.holdsCopies()) {
            return List.of();
        }
        return jdbc
                .sql("select name, fresh_at, asked_at, size, copied, head_size, failure, stop, stop_at, stopped_at"
                        + " from federation_source")
                .query((row, n) -> county(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(County::place).thenComparing(County::name))
                .toList();
    }

    /** How many counties nothing is copied from any more. */
    public long stopped() {
        return counties().stream().filter(county -> county.stop() != null).count();
    }

    private County county(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var source = level.named(name);
        var size = row.getLong("size");
        var stopAt = row.getLong("stop_at");
        return new County(
                name,
                source.map(Source::label).orElse(name),
                source.map(Source::place).orElse(""),
                moment(row, "fresh_at"),
                moment(row, "asked_at"),
                size,
                size - row.getLong("copied"),
                Math.max(0, row.getLong("head_size") - size),
                row.getString("failure"),
                row.getString("stop"),
                row.getString("stop") == null ? null : Long.valueOf(stopAt),
                moment(row, "stopped_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
