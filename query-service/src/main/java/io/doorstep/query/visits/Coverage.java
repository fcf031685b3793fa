package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 走访覆盖。 When somebody last went to each village, as far as the cases that the reader may know of tell. */
@Component
class Coverage {

    /** Visits within these days are counted. */
    static final int DAYS = 90;

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    Coverage(JdbcClient jdbc, CaseStates states, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * 一个村。
     *
     * @param open cases open there
     * @param visits visits within the last {@link #DAYS} days
     * @param last null when no visit is on record
     * @param daysSince whole days since then
     */
    record Village(
            Place place,
            long open,
            long visits,
            @Nullable Instant last,
            @Nullable Long daysSince) {}

    private static final class Count {
        private long open;
        private long visits;
        private @Nullable Instant last;
    }

    /** The villages of the reader's place: those with open cases where nobody was for longest come first. */
    List<Village> of(Actor reader) {
        var now = clock.instant();
        var today = deadlines.day(now);
        Map<String, Count> counts = new HashMap<>();
        visited(reader, now, today, counts);
        open(reader, now, today, counts);
        var own = reader.place();
        return reference.places(null, today).stream()
                .filter(place -> place.level() == PlaceLevel.VILLAGE)
                .filter(place -> own == null || place.path().contains("/" + own + "/"))
                .map(place -> village(place, counts.getOrDefault(place.code(), new Count()), now))
                .sorted(Comparator.comparing((Village one) -> one.open() == 0)
                        .thenComparing(one -> one.last() == null ? Instant.MIN : one.last())
                        .thenComparing(one -> one.place().code()))
                .toList();
    }

    private void visited(Actor reader, Instant now, LocalDate today, Map<String, Count> counts) {
        var since = now.minus(Duration.ofDays(DAYS));
        var asked = states.seenBy(reader, Moment.present(now), CaseFilter.ALL, Visits.JOIN)
                .and(new Fragment("1 = 1", Map.of("since", since.atOffset(ZoneOffset.UTC))));
        jdbc.sql("select v.place, max(v.visited_at) as latest,"
                        + " sum(case when v.visited_at >= :since then 1 else 0 end) as visits "
                        + asked.sql() + " group by v.place")
                .params(asked.parameters())
                .query((ResultSet row) -> village(row.getString("place"), today, counts)
                        .ifPresent(count -> {
                            try {
                                count.visits += row.getLong("visits");
                                var latest = row.getObject("latest", OffsetDateTime.class)
                                        .toInstant();
                                count.last = count.last == null || latest.isAfter(count.last) ? latest : count.last;
                            } catch (SQLException failure) {
                                throw new IllegalStateException(failure);
                            }
                        }));
    }

    private void open(Actor reader, Instant now, LocalDate today, Map<String, Count> counts) {
        var asked = states.seenBy(reader, Moment.present(now), CaseFilter.ALL)
                .and(new Fragment("s.is_open = true", Map.of()));
        jdbc.sql("select s.place, count(*) as n " + asked.sql() + " group by s.place")
                .params(asked.parameters())
                .query((row, n) -> Map.entry(row.getString("place"), row.getLong("n")))
                .list()
                .forEach(each ->
                        village(each.getKey(), today, counts).ifPresent(count -> count.open += each.getValue()));
    }

    /** The village that a place is, or lies in; none for a township. */
    private Optional<Count> village(String code, LocalDate today, Map<String, Count> counts) {
        var at = reference.place(code, today);
        while (at.isPresent() && at.get().level() != PlaceLevel.VILLAGE) {
            var parent = at.get().parent();
            at = parent == null ? Optional.empty() : reference.place(parent, today);
        }
        return at.map(village -> counts.computeIfAbsent(village.code(), fresh -> new Count()));
    }

    private static Village village(Place place, Count count, Instant now) {
        return new Village(
                place,
                count.open,
                count.visits,
                count.last,
                count.last == null ? null : Duration.between(count.last, now).toDays());
    }
}
