package io.doorstep.query.asof;

import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.policy.Deadlines;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 一项到期事务。 What has to be done in a case by a day.
 *
 * @param knownSince the recording of the fact that brought it about
 * @param awaitsMark whether its passing, when it passes, is to be put on record
 */
record DutyRow(
        String clock,
        int cycle,
        LocalDate lastDay,
        Instant startedAt,
        Instant endsAt,
        Instant knownSince,
        boolean awaitsMark) {

    static DutyRow read(ResultSet row, int n) throws SQLException {
        return new DutyRow(
                row.getString("clock"),
                row.getInt("cycle"),
                row.getDate("last_day").toLocalDate(),
                FactTable.instant(row, "started_at"),
                FactTable.instant(row, "ends_at"),
                FactTable.instant(row, "known_since"),
                row.getBoolean("awaits_mark"));
    }

    /** What a fact makes of the duties of a case, by clock; one that goes on keeps the moment from which it was known. */
    static Map<String, DutyRow> after(
            Map<String, DutyRow> before, CaseAsOf state, RecordedFact latest, Instant recordedAt, Deadlines deadlines) {
        var after = new TreeMap<String, DutyRow>();
        for (var duty : RunningClock.duties(state)) {
            var known = before.get(duty.name());
            after.put(
                    duty.name(),
                    known != null && known.goesOn(state.cycle().number(), duty.due())
                            ? known
                            : begun(state, duty, recordedAt, deadlines));
        }
        if (latest.fact() instanceof DeadlinePassed passed) {
            after.computeIfPresent(
                    passed.clock(), (clock, row) -> row.goesOn(passed.cycle(), passed.lastDay()) ? row.marked() : row);
        }
        return after;
    }

    /** The columns of its row. */
    Map<String, @Nullable Object> columns(String caseId) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("case_id", caseId);
        row.put("clock", clock);
        row.put("cycle", cycle);
        row.put("last_day", Date.valueOf(lastDay));
        row.put("started_at", SqlTime.of(startedAt));
        row.put("ends_at", SqlTime.of(endsAt));
        row.put("known_since", SqlTime.of(knownSince));
        row.put("awaits_mark", awaitsMark);
        return row;
    }

    private boolean goesOn(int sameCycle, LocalDate sameDay) {
        return cycle == sameCycle && lastDay.equals(sameDay);
    }

    private DutyRow marked() {
        return new DutyRow(clock, cycle, lastDay, startedAt, endsAt, knownSince, false);
    }

    private static DutyRow begun(CaseAsOf state, RunningClock duty, Instant recordedAt, Deadlines deadlines) {
        var endsAt = deadlines.endOf(duty.due());
        // what a ledger brings long after its last day is history, of which nobody needs to be told
        var awaitsMark = state.importId() == null || recordedAt.isBefore(endsAt);
        return new DutyRow(
                duty.name(), state.cycle().number(), duty.due(), duty.start(), endsAt, recordedAt, awaitsMark);
    }
}
