package io.doorstep.reminders;

import static io.doorstep.reminders.ReminderBook.COLUMNS;
import static io.doorstep.reminders.ReminderBook.at;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 发件箱。 Messages on their way out. A node takes them before it sends them, so no two send the same; one that ended with
 * messages in hand leaves it open whether they went, and they are parked rather than sent a second time.
 */
public final class Outbox {

    /** How long a node may have messages in hand. */
    static final Duration IN_HAND = Duration.ofMinutes(10);

    private static final int TRIES = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Messages that one node has in hand for one recipient. */
    public record Bundle(String id, Carrier carrier, String recipient, List<Reminder> reminders) {}

    /** Puts a message in; what stands on the page is there at once. */
    public void add(String reminderId, Carrier carrier, String recipient) {
        jdbc.sql("""
                insert into reminder_message
                    (reminder_id, carrier, recipient, state, not_before, attempts, changed_at)
                values (?, ?, ?, ?, ?, 0, ?)
                """)
                .params(
                        reminderId,
                        carrier.name(),
                        recipient,
                        (carrier == Carrier.PAGE ? MessageState.SENT : MessageState.WAITING).name(),
                        at(clock.instant()),
                        at(clock.instant()))
                .update();
    }

    /** For whom something waits whose hour has come. */
    public List<String> recipients(Carrier carrier) {
        return jdbc.sql("select distinct recipient from reminder_message where carrier = ? and state = 'WAITING'"
                        + " and not_before <= ? order by recipient")
                .params(carrier.name(), at(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Takes all of that in hand; nothing when another node was faster. */
    public Bundle take(Carrier carrier, String recipient) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                update reminder_message
                   set state = 'SENDING', taken_by = :id, changed_at = :now, attempts = attempts + 1
                 where carrier = :carrier and recipient = :who and state = 'WAITING' and not_before <= :now
                """)
                .params(Map.of("id", id, "now", at(clock.instant()), "carrier", carrier.name(), "who", recipient))
                .update();
        return new Bundle(
                id,
                carrier,
                recipient,
                jdbc.sql(
                                "select " + COLUMNS + " from reminder_message m join reminder r on r.id = m.reminder_id"
                                        + " where m.taken_by = ? and m.state = 'SENDING' order by r.last_day, r.number, r.clock")
                        .param(id)
                        .query((row, n) -> ReminderBook.reminder(row))
                        .list());
    }

    public void sent(Bundle bundle) {
        end(bundle, MessageState.SENT, null);
    }

    /** What it was about is done; nobody need be told. */
    public void dropped(Bundle bundle, Reminder one) {
        jdbc.sql("update reminder_message set state = 'DROPPED', changed_at = ? where taken_by = ? and reminder_id = ?"
                        + " and state = 'SENDING'")
                .params(at(clock.instant()), bundle.id(), one.id())
                .update();
    }

    /** It certainly did not go: tried again later, and parked when that has happened too often. */
    public void notSent(Bundle bundle, String failure) {
        var now = clock.instant();
        jdbc.sql("""
                update reminder_message
                   set state = case when attempts >= :tries then 'PARKED' else 'WAITING' end,
                       failure = :failure, changed_at = :now, not_before = :later
                 where taken_by = :id and state = 'SENDING'
                """)
                .params(Map.of(
                        "tries",
                        TRIES,
                        "failure",
                        failure,
                        "now",
                        at(now),
                        "later",
                        at(now.plus(Duration.ofMinutes(5))),
                        "id",
                        bundle.id()))
                .update();
    }

    /** It will never go like this, or perhaps it went: a person decides. */
    public void parked(Bundle bundle, String failure) {
        end(bundle, MessageState.PARKED, failure);
    }

    /** Parks what nodes had in hand when they ended; answers how many that were. */
    public int parkAbandoned() {
        var now = clock.instant();
        return jdbc.sql("update reminder_message set state = 'PARKED', failure = 'UNCERTAIN', changed_at = :now"
                        + " where state = 'SENDING' and changed_at < :before")
                .params(Map.of("now", at(now), "before", at(now.minus(IN_HAND))))
                .update();
    }

    /** On whose page a reminder stands. */
    public List<String> told(String reminderId) {
        return jdbc.sql(
                        "select recipient from reminder_message where reminder_id = ? and carrier = 'PAGE' order by recipient")
                .param(reminderId)
                .query(String.class)
                .list();
    }

    /** What waits for a person's decision, the oldest first. */
    public List<Parked> parked(int most) {
        return jdbc.sql("select reminder_id, carrier, recipient, attempts, changed_at, failure from reminder_message"
                        + " where state = 'PARKED' order by changed_at, reminder_id, carrier, recipient fetch first "
                        + most + " rows only")
                .query((row, n) -> new Parked(
                        row.getString("reminder_id"),
                        Carrier.valueOf(row.getString("carrier")),
                        row.getString("recipient"),
                        row.getInt("attempts"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        String.valueOf(row.getString("failure"))))
                .list();
    }

    /** A person has it sent again, or dropped; false when it is not parked. */
    public boolean decide(String reminderId, Carrier carrier, String recipient, boolean sendAgain) {
        var now = at(clock.instant());
        return jdbc.sql("update reminder_message set state = ?, attempts = 0, not_before = ?, changed_at = ?"
                                + " where reminder_id = ? and carrier = ? and recipient = ? and state = 'PARKED'")
                        .params(
                                (sendAgain ? MessageState.WAITING : MessageState.DROPPED).name(),
                                now,
                                now,
                                reminderId,
                                carrier.name(),
                                recipient)
                        .update()
                > 0;
    }

    /** How many messages there are by carrier and state, of those not done with. */
    public Map<Carrier, Map<MessageState, Long>> counts() {
        Map<Carrier, Map<MessageState, Long>> counts = new TreeMap<>();
        jdbc.sql("select carrier, state, count(*) from reminder_message where carrier <> 'PAGE'"
                        + " and state in ('WAITING', 'SENDING', 'PARKED') group by carrier, state")
                .query(row -> {
                    counts.computeIfAbsent(Carrier.valueOf(row.getString(1)), none -> new TreeMap<>())
                            .put(MessageState.valueOf(row.getString(2)), row.getLong(3));
                });
        return counts;
    }

    private void end(Bundle bundle, MessageState state, @Nullable String failure) {
        jdbc.sql("update reminder_message set state = :state, failure = :failure, changed_at = :now"
                        + " where taken_by = :id and state = 'SENDING'")
                .param("state", state.name())
                .param("failure", failure)
                .param("now", at(clock.instant()))
                .param("id", bundle.id())
                .update();
    }
}
