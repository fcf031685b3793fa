package io.doorstep.query.asof;

import io.doorstep.duties.OpenDuties;
import io.doorstep.duties.OpenDuty;
import io.doorstep.duties.PassedDuties;
import io.doorstep.duties.PassedDuty;
import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.policy.Deadlines;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 到期事务表。 What has to be done by a day in each case, as all that is known now says; kept with every fact. */
public final class DutyTable implements PassedDuties, OpenDuties {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    public DutyTable(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    private record Row(String clock, int cycle, LocalDate lastDay) {

        static Row of(ResultSet row, int n) throws SQLException {
            return new Row(
                    row.getString("clock"),
                    row.getInt("cycle"),
                    row.getDate("last_day").toLocalDate());
        }
    }

    /** Brings the duties of a case to what a fact made of it; one that goes on keeps the moment from which it was known. */
    void keep(CaseAsOf state, RecordedFact latest, Instant recordedAt) {
        var known = new HashMap<String, Row>();
        jdbc.sql("select clock, cycle, last_day from reading.duty where case_id = ?")
                .param(state.caseId())
                .query(Row::of)
                .list()
                .forEach(row -> known.put(row.clock(), row));
        for (var duty : RunningClock.duties(state)) {
            var row = new Row(duty.name(), state.cycle().number(), duty.due());
            var before = known.remove(duty.name());
            if (!row.equals(before)) {
                if (before != null) {
                    forget(state.caseId(), duty.name());
                }
                insert(state, row, duty.start(), recordedAt);
            }
        }
        known.keySet().forEach(clock -> forget(state.caseId(), clock));
        if (latest.fact() instanceof DeadlinePassed passed) {
            marked(passed);
        }
    }

    @Override
    public List<PassedDuty> at(Instant now, int most) {
        return jdbc.sql("""
                select d.case_id, s.version, d.clock, d.cycle, d.last_day, d.ends_at
                  from reading.duty d
                  join reading.case_state s
                    on s.case_id = d.case_id and s.recorded_to = :forever and s.occurred_to = :forever
                 where d.awaits_mark = true and d.ends_at <= :now
                 order by d.awaits_mark, d.ends_at, d.case_id
                 fetch first :most rows only
                """)
                .param("forever", SqlTime.of(Rectangle.FOREVER))
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query((row, n) -> new PassedDuty(
                        row.getString("case_id"),
                        row.getLong("version"),
                        row.getString("clock"),
                        row.getInt("cycle"),
                        row.getDate("last_day").toLocalDate(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<OpenDuty> endingOn(LocalDate lastDay) {
        return jdbc.sql("""
                select d.case_id, s.version, d.clock, d.cycle, d.last_day, d.known_since
                  from reading.duty d
                  join reading.case_state s
                    on s.case_id = d.case_id and s.recorded_to = :forever and s.occurred_to = :forever
                 where d.last_day = :day
                 order by d.case_id, d.clock
                """)
                .param("forever", SqlTime.of(Rectangle.FOREVER))
                .param("day", Date.valueOf(lastDay))
                .query((row, n) -> new OpenDuty(
                        row.getString("case_id"),
                        row.getLong("version"),
                        row.getString("clock"),
                        row.getInt("cycle"),
                        row.getDate("last_day").toLocalDate(),
                        row.getObject("known_since", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean isOpen(String caseId, String clock, int cycle, LocalDate lastDay) {
        return jdbc.sql("select count(*) from reading.duty where case_id = ? and clock = ? and cycle = ?"
                                + " and last_day = ?")
                        .params(caseId, clock, cycle, Date.valueOf(lastDay))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void clear() {
        jdbc.sql("delete from reading.duty").update();
    }

    private void insert(CaseAsOf state, Row row, Instant start, Instant recordedAt) {
        var endsAt = deadlines.endOf(row.lastDay());
        // what a ledger brings long after its last day is history, of which nobody needs to be told
        var awaitsMark = state.importId() == null || recordedAt.isBefore(endsAt);
        jdbc.sql("""
                insert into reading.duty
                    (case_id, clock, cycle, last_day, started_at, ends_at, known_since, awaits_mark)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(List.of(
                        state.caseId(),
                        row.clock(),
                        row.cycle(),
                        Date.valueOf(row.lastDay()),
                        SqlTime.of(start),
                        SqlTime.of(endsAt),
                        SqlTime.of(recordedAt),
                        awaitsMark))
                .update();
    }

    void forget(String caseId) {
        jdbc.sql("delete from reading.duty where case_id = ?").param(caseId).update();
    }

    private void forget(String caseId, String clock) {
        jdbc.sql("delete from reading.duty where case_id = ? and clock = ?")
                .params(caseId, clock)
                .update();
    }

    private void marked(DeadlinePassed passed) {
        jdbc.sql("""
                update reading.duty set awaits_mark = false
                 where case_id = ? and clock = ? and cycle = ? and last_day = ?
                """)
                .params(passed.caseId(), passed.clock(), passed.cycle(), Date.valueOf(passed.lastDay()))
                .update();
    }
}
