package io.doorstep.query.editions;

import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 版次登记。 What becomes of the two editions, kept in rows that all nodes look at every moment. Whatever is decided is a row more; the last
 * one that put an edition to serve holds, so going back is one more row.
 */
public final class Editions {

    /** 一版的情况。
     *
     * @param begunAt when the building began; null while there is nothing
     * @param completeAt when all facts were in it for the first time
     * @param thenServeBy who wants it to serve as soon as it is complete
     */
    record Row(
            EditionState state,
            @Nullable Instant begunAt,
            @Nullable Instant completeAt,
            @Nullable String thenServeBy) {}

    /** 一步。 What somebody decided about an edition: {@code REBUILD}, {@code SERVE} or {@code DROP}. */
    public record Step(Edition edition, String step, Instant at, String by, String reason) {}

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final EditionDataSource pools;
    private final Clock clock;
    private volatile Map<Edition, Row> rows = Map.of();
    private volatile Edition serving = Edition.A;

    public Editions(JdbcClient jdbc, EditionDataSource pools, Clock clock) {
        this.jdbc = jdbc;
        this.pools = pools;
        this.clock = clock;
        look();
        if (nothingToRead()) {
            complete(serving);
        } else {
            for (var edition : Edition.values()) {
                beginAnewIfEmptied(edition);
            }
        }
    }

    /** Somebody dropped its tables to have them made anew: it is not complete any more, whatever the rows say. */
    private void beginAnewIfEmptied(Edition edition) {
        if (row(edition).state() != EditionState.COMPLETE) {
            return;
        }
        var read = edition.ask(() -> jdbc.sql("select count(*) from token_entry")
                .query(Integer.class)
                .single());
        if (read == 0) {
            jdbc.sql("update reading_edition set state = 'BUILDING', begun_at = ?, complete_at = null"
                            + " where edition = ? and state = 'COMPLETE'")
                    .params(now(), edition.name())
                    .update();
            look();
        }
    }

    /** The edition that readers get. */
    public Edition serving() {
        return serving;
    }

    /** Whether facts are read into an edition. */
    public boolean isRead(Edition edition) {
        return row(edition).state().isRead();
    }

    /** Whether the edition that serves has read all facts. */
    public boolean isComplete() {
        return row(serving).state() == EditionState.COMPLETE;
    }

    /** Refuses to ask while the edition that serves has not read all facts: a list with cases missing is worse than none. */
    public void completeOr503() {
        if (!isComplete()) {
            throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "LISTS_BEING_BUILT");
        }
    }

    Row row(Edition edition) {
        return rows.getOrDefault(edition, new Row(EditionState.EMPTY, null, null, null));
    }

    /** Looks at the rows again. */
    public void look() {
        Map<Edition, Row> found = new EnumMap<>(Edition.class);
        jdbc.sql("select edition, state, begun_at, complete_at, then_serve_by from reading_edition")
                .query((row, n) -> found.put(
                        Edition.valueOf(row.getString(1)),
                        new Row(
                                EditionState.valueOf(row.getString(2)),
                                instant(row.getObject(3, OffsetDateTime.class)),
                                instant(row.getObject(4, OffsetDateTime.class)),
                                row.getString(5))))
                .list();
        rows = Map.copyOf(found);
        var now = jdbc.sql("select edition from reading_edition_log where step = 'SERVE' order by n desc limit 1")
                .query(String.class)
                .optional()
                .map(Edition::valueOf)
                .orElse(Edition.A);
        pools.serve(now);
        serving = now;
    }

    /** The last steps, latest first. */
    List<Step> steps() {
        return jdbc.sql("select edition, step, at, by_whom, reason from reading_edition_log order by n desc limit ?")
                .param(SHOWN)
                .query((row, n) -> new Step(
                        Edition.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /** Has the edition that does not serve built anew; refused while that is under way already. */
    void rebuild(String by, String reason, boolean thenServe) {
        var beside = serving.other();
        change(
                beside,
                List.of(EditionState.EMPTY, EditionState.COMPLETE),
                EditionState.CLEARING,
                thenServe ? by : null);
        note(beside, "REBUILD", by, reason);
    }

    /** Gives up the edition that does not serve, and its disk space; also one that is being built. */
    void drop(String by, String reason) {
        var beside = serving.other();
        change(beside, List.of(EditionState.COMPLETE, EditionState.BUILDING), EditionState.DROPPING, null);
        note(beside, "DROP", by, reason);
    }

    /** Has the other edition serve; refused unless it is complete. */
    void serve(Edition edition, String by, String reason) {
        if (edition == serving || row(edition).state() != EditionState.COMPLETE) {
            throw new Named(HttpStatus.CONFLICT, "EDITION_NOT_COMPLETE");
        }
        note(edition, "SERVE", by, reason);
    }

    /** This node throws it away; another takes over when it does not get done in a minute. */
    boolean takeInHand(Edition edition, EditionState wanted) {
        return jdbc.sql("update reading_edition set begun_at = ? where edition = ? and state = ?"
                                + " and (begun_at is null or begun_at < ?)")
                        .params(now(), edition.name(), wanted.name(), now().minusMinutes(1))
                        .update()
                == 1;
    }

    /** Nothing is in it any more. */
    void thrownAway(Edition edition, EditionState wanted) {
        var next = wanted == EditionState.CLEARING ? EditionState.BUILDING : EditionState.EMPTY;
        jdbc.sql("update reading_edition set state = ?, begun_at = ? where edition = ? and state = ?")
                .param(next.name())
                .param(next == EditionState.BUILDING ? now() : null)
                .param(edition.name())
                .param(wanted.name())
                .update();
        look();
    }

    /** All facts are in it; answers who wanted it to serve then. */
    Optional<String> complete(Edition edition) {
        var changed = jdbc.sql("update reading_edition set state = 'COMPLETE', complete_at = ?, then_serve_by = null"
                        + " where edition = ? and state = 'BUILDING'")
                .params(now(), edition.name())
                .update();
        var wanted = Optional.ofNullable(row(edition).thenServeBy());
        look();
        return changed == 1 ? wanted : Optional.empty();
    }

    private void change(Edition edition, List<EditionState> from, EditionState to, @Nullable String thenServeBy) {
        var changed = jdbc.sql("update reading_edition set state = :to, then_serve_by = :then, begun_at = null,"
                        + " complete_at = null where edition = :edition and state in (:from)")
                .param("to", to.name())
                .param("then", thenServeBy)
                .param("edition", edition.name())
                .param("from", from.stream().map(Enum::name).toList())
                .update();
        if (changed == 0) {
            throw new Named(HttpStatus.CONFLICT, "EDITION_UNDER_WAY");
        }
    }

    private void note(Edition edition, String step, String by, String reason) {
        jdbc.sql("insert into reading_edition_log (edition, step, at, by_whom, reason) values (?, ?, ?, ?, ?)")
                .params(edition.name(), step, now(), by, reason)
                .update();
        look();
    }

    private boolean nothingToRead() {
        return jdbc.sql("select count(*) from (select 1 from aggregate_event_entry limit 1) any_fact")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
