package io.doorstep.identity.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 猜测限速。 Counts failed sign-ins in a table that all nodes share, and says how long the next one has to wait. Whoever comes with a
 * known device waits only for his own failures.
 */
public final class Guesses {
    private static final Duration FORGOTTEN = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final Clock clock;
    private final UnaryOperator<String> keyed;
    private final KnownDevices devices;
    private final SecurityLog log;

    /**
     * @param apart transactions of their own: a failure counts whatever becomes of the request
     * @param keyed makes a keyed hash, so that the table names nobody
     */
    public Guesses(
            JdbcClient jdbc,
            TransactionOperations apart,
            Clock clock,
            UnaryOperator<String> keyed,
            KnownDevices devices,
            SecurityLog log) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
        this.keyed = keyed;
        this.devices = devices;
        this.log = log;
    }

    /** Refuses with {@link SlowedDown} while a lane is closed. */
    public void refuseTooSoon(Attempt attempt) {
        var now = clock.instant();
        var lanes = lanes(attempt);
        var closed = jdbc.sql("select subject, closed_until from sign_in_pace"
                        + " where subject in (:subjects) and closed_until > :now order by closed_until desc")
                .param("subjects", lanes.values())
                .param("now", utc(now))
                .query((row, n) -> Map.entry(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        if (!closed.isEmpty()) {
            closed.forEach(each -> tellOnce(each.getKey(), lanes, attempt));
            throw new SlowedDown(Duration.between(now, closed.get(0).getValue()));
        }
    }

    /** Counts a token that does not hold against the address that it comes from. */
    public void wrongToken(String address) {
        wrong(SecurityEvent.TOKEN_REFUSED, "", address);
    }

    /** Counts a one-time code that does not hold. */
    public void wrongCode(String address) {
        wrong(SecurityEvent.CODE_REFUSED, "", address);
    }

    /**
     * Counts a passkey that is none of ours, or whose owner is not admitted.
     *
     * @param account whose it is; blank when nobody's
     */
    public void wrongPasskey(String account, String address) {
        wrong(SecurityEvent.PASSKEY_REFUSED, account, address);
    }

    /** What nobody can guess is counted all the same: somebody tries. */
    private void wrong(SecurityEvent event, String account, String address) {
        var attempt = new Attempt("", address, null);
        log.add(event, account, address, "");
        count(Map.of(Lane.ADDRESS, subject(Lane.ADDRESS, Network.source(address))), attempt);
    }

    /** Counts a failure; refuses like {@link #refuseTooSoon} when others failed meanwhile. */
    public void failed(Attempt attempt) {
        log.add(SecurityEvent.SIGN_IN_FAILED, attempt.account(), attempt.address(), "");
        count(lanes(attempt), attempt);
    }

    private void count(Map<Lane, String> lanes, Attempt attempt) {
        lanes.values().forEach(this::open);
        forgetOld();
        var waiting = Duration.ZERO;
        for (var lane : lanes.entrySet()) {
            var left = apart.execute(step -> count(lane.getKey(), lane.getValue(), attempt));
            waiting = left != null && left.compareTo(waiting) > 0 ? left : waiting;
        }
        if (!waiting.isZero()) {
            throw new SlowedDown(waiting);
        }
    }

    /** Answers how long the lane was still closed when this failure came. */
    private Duration count(Lane lane, String subject, Attempt attempt) {
        var now = clock.instant();
        return jdbc.sql("select level, level_at, closed_until from sign_in_pace where subject = ? for update")
                .param(subject)
                .query((row, n) -> new State(
                        row.getDouble(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional()
                .map(before -> {
                    var level = 1 + lane.after(before.level, Duration.between(before.at, now));
                    var closedFor = lane.closedFor(level);
                    jdbc.sql("update sign_in_pace set level = ?, level_at = ?, closed_until = ?, told = false"
                                    + " where subject = ?")
                            .params(level, utc(now), utc(now.plus(closedFor)), subject)
                            .update();
                    if (!closedFor.isZero()) {
                        log.add(
                                SecurityEvent.SIGN_IN_SLOWED,
                                attempt.account(),
                                attempt.address(),
                                lane.name() + " " + closedFor.toSeconds());
                    }
                    return before.closedUntil.isAfter(now) ? Duration.between(now, before.closedUntil) : Duration.ZERO;
                })
                .orElse(Duration.ZERO);
    }

    private record State(double level, Instant at, Instant closedUntil) {}

    /** One line for each time that a lane closes: who knocks without pause shall not fill the log. */
    private void tellOnce(String subject, Map<Lane, String> lanes, Attempt attempt) {
        var told = jdbc.sql("update sign_in_pace set told = true where subject = ? and told = false")
                .param(subject)
                .update();
        if (told > 0) {
            lanes.forEach((lane, each) -> {
                if (each.equals(subject)) {
                    log.add(SecurityEvent.SIGN_IN_REFUSED, attempt.account(), attempt.address(), lane.name());
                }
            });
        }
    }

    private Map<Lane, String> lanes(Attempt attempt) {
        var lanes = new EnumMap<Lane, String>(Lane.class);
        if (devices.knows(attempt)) {
            put(lanes, Lane.DEVICE, attempt.account() + " " + attempt.device());
            return lanes;
        }
        var source = Network.source(attempt.address());
        put(lanes, Lane.ACCOUNT_FROM_ADDRESS, attempt.account() + " " + source);
        put(lanes, Lane.ACCOUNT, attempt.account());
        put(lanes, Lane.ADDRESS, source);
        put(lanes, Lane.EVERYBODY, "");
        return lanes;
    }

    private void put(Map<Lane, String> lanes, Lane lane, String what) {
        lanes.put(lane, subject(lane, what));
    }

    private String subject(Lane lane, String what) {
        return keyed.apply(lane.name() + " " + what);
    }

    private void open(String subject) {
        var known = jdbc.sql("select count(*) from sign_in_pace where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        try {
            var now = utc(clock.instant());
            jdbc.sql(
                            "insert into sign_in_pace (subject, level, level_at, closed_until, told) values (?, 0, ?, ?, true)")
                    .params(subject, now, now)
                    .update();
        } catch (DuplicateKeyException anotherNodeDid) {
            // which is as good
        }
    }

    private void forgetOld() {
        jdbc.sql("delete from sign_in_pace where level_at < ?")
                .param(utc(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
