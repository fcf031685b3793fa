package io.doorstep.proof.kept;

import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MessageState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 检查点邮簿。 Which checkpoints go where, and which went. A checkpoint that comes twice does no harm, so whatever is uncertain is sent again;
 * what failed too often waits for a person.
 */
public final class CheckpointPost {

    /** How long a node may have one in hand. */
    static final Duration IN_HAND = Duration.ofMinutes(10);

    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    public CheckpointPost(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 去处。 Where checkpoints go: an address of mail, or the one that is called. */
    public record Way(Carrier carrier, String recipient) {}

    /** 外送件。 One checkpoint on its way. */
    public record Message(
            long size,
            Carrier carrier,
            String recipient,
            MessageState state,
            int attempts,
            Instant changedAt,
            @Nullable String failure) {}

    /** Enters what is new for a way; one that is new itself begins with the latest checkpoint. Outside a transaction. */
    public void enter(Way way) {
        var last = jdbc.sql(
                        "select coalesce(max(size), -1) from checkpoint_message where carrier = ? and recipient = ?")
                .params(way.carrier().name(), way.recipient())
                .query(Long.class)
                .single();
        var next = last < 0
                ? "select size from ledger_checkpoint order by size desc fetch first 1 rows only"
                : "select size from ledger_checkpoint where size > " + last + " order by size";
        jdbc.sql(next).query(Long.class).list().forEach(size -> enter(way, size));
    }

    private void enter(Way way, long size) {
        var now = clock.instant();
        try {
            jdbc.sql(
                            "insert into checkpoint_message (size, carrier, recipient, state, not_before, attempts, changed_at)"
                                    + " values (?, ?, ?, 'WAITING', ?, 0, ?)")
                    .params(size, way.carrier().name(), way.recipient(), at(now), at(now))
                    .update();
        } catch (DuplicateKeyException anotherNodeDid) {
            // which is as good
        }
    }

    /** What waits and may go now, the oldest first; what a node that ended had in hand waits again. */
    public List<Message> due() {
        var now = clock.instant();
        jdbc.sql("update checkpoint_message set state = 'WAITING' where state = 'SENDING' and changed_at < ?")
                .param(at(now.minus(IN_HAND)))
                .update();
        return some("where state = 'WAITING' and not_before <= '" + at(now) + "' order by size, carrier, recipient");
    }

    /** Takes one in hand; false when another node was faster. */
    public boolean take(Message one) {
        return jdbc.sql("update checkpoint_message set state = 'SENDING', attempts = attempts + 1, changed_at = ?"
                                + " where size = ? and carrier = ? and recipient = ? and state = 'WAITING'")
                        .params(at(clock.instant()), one.size(), one.carrier().name(), one.recipient())
                        .update()
                > 0;
    }

    public void sent(Message one) {
        end(one, MessageState.SENT, clock.instant(), null);
    }

    /** It did not go, or nobody knows: tried again after a pause that grows, and parked when that has happened too often. */
    public void notSent(Message one, String failure) {
        var parked = one.attempts() + 1 >= TRIES;
        var later = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << one.attempts()));
        end(one, parked ? MessageState.PARKED : MessageState.WAITING, later, failure);
    }

    private void end(Message one, MessageState state, Instant notBefore, @Nullable String failure) {
        jdbc.sql("update checkpoint_message set state = ?, not_before = ?, changed_at = ?, failure = ?"
                        + " where size = ? and carrier = ? and recipient = ? and state = 'SENDING'")
                .param(state.name())
                .param(at(notBefore))
                .param(at(clock.instant()))
                .param(failure)
                .param(one.size())
                .param(one.carrier().name())
                .param(one.recipient())
                .update();
    }

    /** A person has all that is parked sent again; answers how many those are. */
    public int sendAgain() {
        var now = at(clock.instant());
        return jdbc.sql("update checkpoint_message set state = 'WAITING', attempts = 0, not_before = ?, changed_at = ?"
                        + " where state = 'PARKED'")
                .params(now, now)
                .update();
    }

    /** The latest of all ways, newest first. */
    public List<Message> latest(int most) {
        return some("order by size desc, carrier, recipient fetch first " + most + " rows only");
    }

    public long parked() {
        return jdbc.sql("select count(*) from checkpoint_message where state = 'PARKED'")
                .query(Long.class)
                .single();
    }

    private List<Message> some(String which) {
        return jdbc.sql("select size, carrier, recipient, state, attempts, changed_at, failure from checkpoint_message "
                        + which)
                .query((row, n) -> new Message(
                        row.getLong(1),
                        Carrier.valueOf(row.getString(2)),
                        row.getString(3),
                        MessageState.valueOf(row.getString(4)),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7)))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
