package io.doorstep.query.asof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 此后的事实。 What one state of the world knows of cases and an earlier one does not. */
public final class FactsSince {

    private static final int AT_ONCE = 500;

    /** Longer than it takes to write down what has just been done. */
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    public FactsSince(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 新知的事实。
     *
     * @param sequence position among the facts of its case
     * @param late whether it had happened by the earlier moment and was written down more than minutes after it happened: the earlier answer was
     *     wrong, not only old
     */
    public record Known(
            String caseId,
            long sequence,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String actor,
            boolean late) {}

    /**
     * The facts of these cases that {@code now} knows and {@code then} did not, by case, in the order in which they happened. Whether the
     * viewer may see the cases, the caller has asked.
     */
    public Map<String, List<Known>> of(Collection<String> caseIds, Moment then, Moment now) {
        var found = new HashMap<String, List<Known>>();
        var ids = caseIds.stream().distinct().toList();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            read(ids.subList(from, Math.min(from + AT_ONCE, ids.size())), then, now)
                    .forEach(fact -> found.computeIfAbsent(fact.caseId(), id -> new ArrayList<>())
                            .add(fact));
        }
        return found;
    }

    private List<Known> read(List<String> ids, Moment then, Moment now) {
        var knownThen = or(then.knownAt(), Rectangle.FOREVER);
        return jdbc.sql("""
                select case_id, sequence, type, occurred_at, recorded_at, actor from fact
                where case_id in (:ids) and (occurred_at > :then or recorded_at > :knownThen)
                  and occurred_at <= :now and recorded_at <= :knownNow
                order by occurred_at, sequence
                """)
                .param("ids", ids)
                .param("then", SqlTime.of(then.holdsAt()))
                .param("knownThen", SqlTime.of(knownThen))
                .param("now", SqlTime.of(now.holdsAt()))
                .param("knownNow", SqlTime.of(or(now.knownAt(), Rectangle.FOREVER)))
                .query((row, n) -> known(row, then))
                .list();
    }

    private static Known known(ResultSet row, Moment then) throws SQLException {
        var occurred = FactTable.instant(row, "occurred_at");
        var recorded = FactTable.instant(row, "recorded_at");
        return new Known(
                row.getString("case_id"),
                row.getLong("sequence"),
                row.getString("type"),
                occurred,
                recorded,
                row.getString("actor"),
                !occurred.isAfter(then.holdsAt()) && occurred.plus(WRITING).isBefore(recorded));
    }

    private static Instant or(@Nullable Instant moment, Instant otherwise) {
        return moment == null ? otherwise : moment;
    }
}
