package io.doorstep.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 提醒簿。 Which reminders were made, for whom, and which of them he knows of. */
public final class ReminderBook {

    static final String COLUMNS =
            "r.id, r.case_id, r.number, r.clock, r.cycle, r.last_day, r.days, r.level, r.policy, r.made_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    public ReminderBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 级次。 One rung of one duty, as which it is made once. */
    public record Step(String caseId, String clock, int cycle, LocalDate lastDay, int days) {}

    /** The last day of which every rung was seen to; empty before the first. */
    public Optional<LocalDate> doneThrough() {
        return jdbc.sql("select done_through from reminder_round")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** Every rung of a day was seen to; outside a transaction, as another node may say so of the same day. */
    public void doneThrough(LocalDate day) {
        if (doneThrough().isEmpty()) {
            try {
                jdbc.sql("insert into reminder_round (only_row, done_through) values (1, ?)")
                        .param(day)
                        .update();
                return;
            } catch (DuplicateKeyException anotherNodeWasFirst) {
                // whose day is raised below when it is an earlier one
            }
        }
        jdbc.sql("update reminder_round set done_through = ? where done_through < ?")
                .params(day, day)
                .update();
    }

    /** The steps that were made for last days at a rung. */
    public Set<Step> made(LocalDate lastDay, int days) {
        return new HashSet<>(jdbc.sql(
                        "select case_id, clock, cycle, last_day, days from reminder where last_day = ? and days = ?")
                .params(lastDay, days)
                .query((row, n) -> new Step(
                        row.getString("case_id"),
                        row.getString("clock"),
                        row.getInt("cycle"),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("days")))
                .list());
    }

    /**
     * Enters a reminder; a second one for the same step fails on its key, and with it the transaction that it was made in.
     *
     * @param overtaken whether a later rung speaks in its place, and nobody is told of this one
     */
    public void add(Reminder one, boolean overtaken) {
        jdbc.sql("""
                insert into reminder
                    (id, case_id, number, clock, cycle, last_day, days, level, policy, made_at, overtaken)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        one.id(),
                        one.caseId(),
                        one.number(),
                        one.clock(),
                        one.cycle(),
                        one.lastDay(),
                        one.days(),
                        one.level(),
                        one.policy(),
                        at(one.madeAt()),
                        overtaken)
                .update();
    }

    public long unread(String recipient) {
        return jdbc.sql("select count(*) from reminder_message where recipient = ? and carrier = 'PAGE'"
                        + " and state = 'SENT'")
                .param(recipient)
                .query(Long.class)
                .single();
    }

    /** He knows of one, or of all of them; answers of how many he had not known. */
    public int read(String recipient, @Nullable String reminderId) {
        return jdbc.sql("update reminder_message set state = 'READ', changed_at = :now where recipient = :who"
                        + " and carrier = 'PAGE' and state = 'SENT'"
                        + (reminderId == null ? "" : " and reminder_id = :one"))
                .params(
                        reminderId == null
                                ? Map.of("now", at(clock.instant()), "who", recipient)
                                : Map.of("now", at(clock.instant()), "who", recipient, "one", reminderId))
                .update();
    }

    static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("number"),
                row.getString("clock"),
                row.getInt("cycle"),
                row.getObject("last_day", LocalDate.class),
                row.getInt("days"),
                row.getString("level"),
                row.getString("policy"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
