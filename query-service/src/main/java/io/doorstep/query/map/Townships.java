package io.doorstep.query.map;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 按乡镇计数。 Counts what the viewer may see by township: one grouped question, whose places roll up here. */
@Component
final class Townships {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final String ELSEWHERE = "";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final ReferenceData reference;
    private final Deadlines deadlines;

    Townships(JdbcClient jdbc, CaseStates states, ReferenceData reference, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.states = states;
        this.reference = reference;
        this.deadlines = deadlines;
    }

    /** One place and what is counted there. */
    private record Counted(String path, long open, long overdue, long settled) {}

    /**
     * All townships, in the order of their codes, also those where nothing is open; last, if there is any, what lies in none
     * of them.
     *
     * @param elsewhere what to call the last
     */
    List<Township> at(Actor viewer, Moment moment, String elsewhere) {
        Map<String, Township> all = new LinkedHashMap<>();
        reference.places(null, deadlines.day(moment.now())).stream()
                .filter(place -> place.level() == PlaceLevel.TOWNSHIP)
                .forEach(place -> all.put(place.code(), empty(place)));
        all.put(ELSEWHERE, new Township(ELSEWHERE, elsewhere, null, null, 0, 0, 0));
        counted(viewer, moment)
                .forEach(one -> all.computeIfPresent(
                        township(one.path, all), (code, so) -> so.plus(one.open, one.overdue, one.settled)));
        all.computeIfPresent(ELSEWHERE, (code, rest) -> rest.open() + rest.settled() == 0 ? null : rest);
        return List.copyOf(all.values());
    }

    private List<Counted> counted(Actor viewer, Moment moment) {
        var light = moment.light();
        var rows = states.seenBy(viewer, moment, CaseFilter.ALL)
                .and(new Fragment("1 = 1", light.parameters()))
                .and(Fragment.of("1 = 1", "since", moment.now().minus(LATELY).atOffset(ZoneOffset.UTC)));
        return jdbc.sql("""
                select s.place_path,
                       sum(case when s.is_open = true then 1 else 0 end) as open_cases,
                       sum(case when s.is_open = true and %1$s = 'BLACK' then 1 else 0 end) as overdue_cases,
                       sum(case when s.result = 'SETTLED' and s.exit_kind is null and s.resolved_at >= :since
                                then 1 else 0 end) as settled_cases
                """.formatted(light.sql()) + rows.sql() + " group by s.place_path")
                .params(rows.parameters())
                .query((row, n) -> new Counted(
                        row.getString("place_path"),
                        row.getLong("open_cases"),
                        row.getLong("overdue_cases"),
                        row.getLong("settled_cases")))
                .list();
    }

    private static Township empty(Place place) {
        return new Township(place.code(), place.name(), place.lat(), place.lon(), 0, 0, 0);
    }

    private static String township(String path, Map<String, Township> known) {
        return Arrays.stream(path.split("/"))
                .filter(code -> !code.isEmpty() && known.containsKey(code))
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
