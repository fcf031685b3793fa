package io.doorstep.query.asof;

import io.doorstep.duties.OpenDuties;
import io.doorstep.duties.OpenDuty;
import io.doorstep.duties.PassedDuties;
import io.doorstep.duties.PassedDuty;
import io.doorstep.policy.Deadlines;
import java.sql.Date;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 到期事务表。 What has to be done by a day in each case, as all that is known now says; kept with every fact. */
public final class DutyTable implements PassedDuties, OpenDuties {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Deadlines deadlines;
    private final BooleanSupplier whole;

    /** @param whole whether all facts have been read */
    public DutyTable(JdbcClient jdbc, Rows rows, Deadlines deadlines, BooleanSupplier whole) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deadlines = deadlines;
        this.whole = whole;
    }

    /** Brings the duties of cases to what facts made of them. */
    void keep(List<CaseInHand> cases) {
        var known = of(cases.stream()
                .filter(one -> one.written() > 0)
                .map(CaseInHand::caseId)
                .toList());
        var over = new ArrayList<List<Object>>();
        var begun = new ArrayList<TableRow>();
        for (var one : cases) {
            var before = known.getOrDefault(one.caseId(), Map.of());
            var after = after(before, one);
            before.forEach((clock, row) -> {
                if (!row.equals(after.get(clock))) {
                    over.add(List.of(one.caseId(), clock));
                }
            });
            after.forEach((clock, row) -> {
                if (!row.equals(before.get(clock))) {
                    begun.add(new TableRow("duty", row.columns(one.caseId())));
                }
            });
        }
        rows.execute("delete from duty where case_id = ? and clock = ?", over);
        rows.insert(begun);
    }

    private Map<String, DutyRow> after(Map<String, DutyRow> before, CaseInHand one) {
        var duties = before;
        for (var n = 0; n < one.changes().size(); n++) {
            var change = one.changes().get(n);
            var state = change.forever();
            if (state.isPresent()) {
                duties = DutyRow.after(duties, state.get(), one.news().get(n), change.recordedAt(), deadlines);
            }
        }
        return duties;
    }

    private Map<String, Map<String, DutyRow>> of(List<String> caseIds) {
        Map<String, Map<String, DutyRow>> found = new HashMap<>();
        if (!caseIds.isEmpty()) {
            jdbc.sql("select * from duty where case_id in (:ids)")
                    .param("ids", caseIds)
                    .query((ResultSet row) -> {
                        var duty = DutyRow.read(row, 0);
                        found.computeIfAbsent(row.getString("case_id"), id -> new HashMap<>())
                                .put(duty.clock(), duty);
                    });
        }
        return found;
    }

    @Override
    public List<PassedDuty> at(Instant now, int most) {
        return jdbc.sql("""
                select d.case_id, s.version, d.clock, d.cycle, d.last_day, d.ends_at
                  from duty d
                  join case_state s
                    on s.case_id = d.case_id and s.recorded_to = %1$s and s.occurred_to = %1$s
                 where d.awaits_mark = true and d.ends_at <= :now
                 order by d.awaits_mark, d.ends_at, d.case_id
                 fetch first :most rows only
                """.formatted(Rectangle.SQL_FOREVER))
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
                    on s.case_id = d.case_id and s.recorded_to = %1$s and s.occurred_to = %1$s
                 where d.last_day = :day
                 order by d.case_id, d.clock
                """.formatted(Rectangle.SQL_FOREVER))
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

    void forget(String caseId) {
        jdbc.sql("delete from duty where case_id = ?").param(caseId).update();
    }
}
