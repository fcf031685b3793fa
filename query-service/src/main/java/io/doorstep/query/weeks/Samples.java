package io.doorstep.query.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.policy.VisitRules.Sampling;
import io.doorstep.query.asof.Assignment;
import io.doorstep.query.asof.Book;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseJson;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.SqlTime;
import io.doorstep.terms.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抽查名单。 Draws closed-out cases for inspection by a number made of the week and the case: nobody picks them, and whoever draws
 * again draws the same.
 */
@Book
@Component
class Samples {

    /** What was closed out in the last days before the week is not drawn, so that a draft stays as it is while it is discussed. */
    private static final int SETTLED_DAYS = 7;

    private static final int TOWNSHIP = 9;

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Clock clock;
    private final ZoneId zone;

    Samples(JdbcClient jdbc, CaseStates states, Clock clock, ZoneId officeZone) {
        this.jdbc = jdbc;
        this.states = states;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * 抽中的案件。
     *
     * @param involved officers who answered for the case, visited it or closed it out: none of them inspects it
     */
    record Drawn(String caseId, String number, String title, String place, Set<String> involved) {}

    /** Those drawn for the week of a day, whoever asks; what he may know of is for the asker to see to. */
    List<Drawn> of(String county, LocalDate on, Sampling rule) {
        var monday = on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var lots = new TreeMap<String, List<String>>();
        eligible(county, monday, rule)
                .forEach(
                        (id, place) -> lots.computeIfAbsent(place.substring(0, TOWNSHIP), township -> new ArrayList<>())
                                .add(id));
        var ids = lots.values().stream()
                .flatMap(cases -> cases.stream()
                        .sorted(Comparator.comparing((String id) -> lot(monday, id)))
                        .limit(rule.perTownship()))
                .toList();
        return ids.isEmpty() ? List.of() : drawn(ids);
    }

    private Map<String, String> eligible(String county, LocalDate monday, Sampling rule) {
        var rows = office(county)
                .and(new Fragment(
                        """
                        s.status = 'CLOSED_OUT' and s.kind <> 'ACCUSATION'
                         and s.closed_out_at >= :since and s.closed_out_at < :until
                         and (s.last_visit_at is null or s.last_visit_at <= s.closed_out_at or s.last_visit_at >= :monday)
                        """,
                        Map.of(
                                "since", start(monday.minusDays(rule.closedWithinDays())),
                                "until", start(monday.minusDays(SETTLED_DAYS)),
                                "monday", start(monday))));
        var places = new TreeMap<String, String>();
        jdbc.sql("select s.case_id, s.place " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> {
                    var place = row.getString(2);
                    if (place.length() >= TOWNSHIP) {
                        places.put(row.getString(1), place);
                    }
                    return n;
                })
                .list();
        return places;
    }

    private List<Drawn> drawn(List<String> ids) {
        var rows = office(null).and(Fragment.of("s.case_id in (:drawn)", "drawn", ids));
        return jdbc.sql("select s.detail, s.place " + rows.sql() + " order by s.case_id")
                .params(rows.parameters())
                .query((row, n) -> {
                    var one = CaseJson.read(row.getBytes(1));
                    return new Drawn(one.caseId(), one.number(), one.matter().title(), row.getString(2), involved(one));
                })
                .list();
    }

    private static Set<String> involved(CaseAsOf one) {
        var involved = new HashSet<String>();
        one.assignments().stream().flatMap(Samples::officers).forEach(involved::add);
        one.visits().forEach(visit -> involved.addAll(visit.officers()));
        one.cycles().forEach(cycle -> add(cycle.closedOutBy(), involved));
        return involved;
    }

    private static Stream<String> officers(Assignment assignment) {
        var both = new HashSet<String>();
        add(assignment.officer(), both);
        add(assignment.leadOfficer(), both);
        return both.stream();
    }

    private static void add(@Nullable String officer, Set<String> all) {
        if (officer != null) {
            all.add(officer);
        }
    }

    private Fragment office(@Nullable String county) {
        var office = Actor.of("@planning", null, Role.DISPATCHER);
        return states.seenBy(
                office, Moment.present(clock.instant()), county == null ? CaseFilter.ALL : CaseFilter.ofPlace(county));
    }

    private OffsetDateTime start(LocalDate day) {
        return SqlTime.of(day.atStartOfDay(zone).toInstant());
    }

    private static UUID lot(LocalDate monday, String caseId) {
        return UUID.nameUUIDFromBytes((monday + ":" + caseId).getBytes(StandardCharsets.UTF_8));
    }
}
