package io.doorstep.query.print;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Moment;
import io.doorstep.terms.CaseStatus;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 平衡关系。 Reported = open + closed out, net of reopenings, + exits: every case is in exactly one of them.
 *
 * @param exits by the way they left
 */
record Balance(long reported, long open, long closedOut, Map<CaseStatus, Long> exits) {

    long gone() {
        return exits.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The cases of a scope that were reported in its window, as they stand at a moment. */
    static Balance of(JdbcClient jdbc, CaseStates states, Actor viewer, CaseFilter scope, Moment moment) {
        var rows = states.seenBy(viewer, moment, scope).and(scope.within("s.reported_at"));
        var exits = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        var counts = new long[2];
        jdbc.sql("select s.is_open, s.exit_kind, count(*) as n " + rows.sql() + " group by s.is_open, s.exit_kind")
                .params(rows.parameters())
                .query(row -> {
                    add(row.getBoolean("is_open"), row.getString("exit_kind"), row.getLong("n"), counts, exits);
                });
        var reported = jdbc.sql("select count(*) " + rows.sql())
                .params(rows.parameters())
                .query(Long.class)
                .single();
        return new Balance(reported, counts[0], counts[1], exits);
    }

    private static void add(boolean open, @Nullable String exit, long n, long[] counts, Map<CaseStatus, Long> exits) {
        if (exit != null) {
            exits.merge(CaseStatus.valueOf(exit), n, Long::sum);
        } else {
            counts[open ? 0 : 1] += n;
        }
    }
}
