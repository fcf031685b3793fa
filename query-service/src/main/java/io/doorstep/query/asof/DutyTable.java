package io.doorstep.query.asof;

import io.doorstep.duties.OpenDuties;
import io.doorstep.duties.OpenDuty;
import io.doorstep.duties.PassedDuties;
import io.doorstep.duties.PassedDuty;
import io.doorstep.policy.Deadlines;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 到期事务表。 What has to be done by a day in each case, as all that is known now says; kept with every fact. */
public final class DutyTable implements PassedDuties, OpenDuties {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final BooleanSupplier whole;

    /** @param whole whether all facts have been read */
    public DutyTable(JdbcClient jdbc, Deadlines deadlines, BooleanSupplier whole) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.whole = whole;
    }

    /** Brings the duties of a case to what a fact made of it. */
    void keep(CaseAsOf state, RecordedFact latest, Instant recordedAt) {
        var caseId = state.caseId();
        var before = of(caseId);
        var after = DutyRow.after(before, state, latest, recordedAt, deadlines);
        before.forEach((clock, row) -> {
            if (!row.equals(after.get(clock))) {
                forget(caseId, clock);
            }
        });
        after.forEach((clock, row) -> {
            if (!row.equals(before.get(clock))) {
                insert(row.columns(caseId));
            }
        });
    }

    private Map<String, DutyRow> of(String caseId) {
        return jdbc.sql("select * from duty where case_id = ?").param(caseId).query(DutyRow::read).list().stream()
                .collect(Collectors.toMap(DutyRow::clock, row -> row));
    }

    @Override
    public List<PassedDuty> at(Instant now, int most) {
        return jdbc.sql("""
                select d.case_id, s.version, d.clock, d.cycle, d.last_day, d.ends_at
                  from duty d
                  join case_state s
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
    public boolean isWhole() {
        return whole.getAsBoolean();
    }

    @Override
    public List<OpenDuty> endingOn(LocalDate lastDay) {
        return jdbc.sql("""
                select d.case_id, s.version, d.clock, d.cycle, d.last_day, d.known_since
                  from duty d
                  join case_state s
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
        return jdbc.sql("select count(*) from duty where case_id = ? and clock = ? and cycle = ?" + " and last_day = ?")
                        .params(caseId, clock, cycle, Date.valueOf(lastDay))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void clear() {
        jdbc.sql("delete from duty").update();
    }

    private void insert(Map<String, @Nullable Object> row) {
        var sql = "insert into duty (" + String.join(", ", row.keySet()) + ") values ("
                + row.keySet().stream().map(name -> "?").collect(Collectors.joining(", ")) + ")";
        jdbc.sql(sql).params(new ArrayList<>(row.values())).update();
    }

    void forget(String caseId) {
        jdbc.sql("delete from duty where case_id = ?").param(caseId).update();
    }

    private void forget(String caseId, String clock) {
        jdbc.sql("delete from duty where case_id = ? and clock = ?")
                .params(caseId, clock)
                .update();
    }
}
