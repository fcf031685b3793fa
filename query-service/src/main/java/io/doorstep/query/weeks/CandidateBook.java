package io.doorstep.query.weeks;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.policy.Policies;
import io.doorstep.policy.VisitRules;
import io.doorstep.query.asof.Book;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Row;
import io.doorstep.terms.Role;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import io.doorstep.weeks.VisitCandidate;
import io.doorstep.weeks.VisitCandidates;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待访案件簿。 Asks which open cases could be visited and why (docs/decisions/0033); every question begins with who may know. */
@Book
@Component
class CandidateBook implements VisitCandidates {

    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;
    private static final Fragment OPEN =
            new Fragment("s.is_open = true and s.resolved_at is null and s.kind <> 'ACCUSATION'", Map.of());

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Accounts accounts;
    private final Samples samples;
    private final Policies policies;
    private final Clock clock;
    private final ZoneId zone;

    CandidateBook(
            JdbcClient jdbc,
            CaseStates states,
            Accounts accounts,
            Samples samples,
            Policies policies,
            Clock clock,
            ZoneId officeZone) {
        this.jdbc = jdbc;
        this.states = states;
        this.accounts = accounts;
        this.samples = samples;
        this.policies = policies;
        this.clock = clock;
        this.zone = officeZone;
    }

    @Override
    public List<VisitCandidate> seenBy(Actor asker, String county, Collection<String> leaders, LocalDate on) {
        var moment = Moment.present(clock.instant());
        var filter = CaseFilter.ofPlace(county);
        var visited = lastVisits(asker, moment, filter);
        var seen = new HashMap<String, Set<String>>();
        leaders.forEach(leader -> seen.put(leader, known(actor(leader, county), moment, filter, OPEN)));
        var rows = states.seenBy(asker, moment, filter).and(OPEN);
        var rules = policies.on(on).visits();
        var all = new ArrayList<>(
                jdbc.sql("select s.case_id, s.number, s.title, s.place, s.is_joint, s.is_repeat, s.due, s.reported_at "
                                + rows.sql() + " order by s.reported_at, s.case_id")
                        .params(rows.parameters())
                        .query((row, n) -> candidate(new Row(row, on), visited, seen, rules))
                        .list());
        all.addAll(sampled(asker, county, leaders, on, rules));
        return all.stream()
                .sorted(Comparator.comparing(
                                (VisitCandidate one) -> !one.reasons().contains(VisitReason.OVERDUE))
                        .thenComparing(one -> -one.reasons().stream()
                                .mapToInt(VisitReason::urgency)
                                .sum()))
                .toList();
    }

    /** Closed-out cases that were drawn for inspection; nobody inspects what he had a hand in. */
    private List<VisitCandidate> sampled(
            Actor asker, String county, Collection<String> leaders, LocalDate on, VisitRules rules) {
        var drawn = samples.of(county, on, rules.sampling());
        if (drawn.isEmpty()) {
            return List.of();
        }
        var moment = Moment.present(clock.instant());
        var filter = CaseFilter.ofPlace(county);
        var these = Fragment.of(
                "s.case_id in (:drawn)",
                "drawn",
                drawn.stream().map(Samples.Drawn::caseId).toList());
        var known = new HashMap<String, Set<String>>();
        leaders.forEach(leader -> known.put(leader, known(actor(leader, county), moment, filter, these)));
        var asked = known(asker, moment, filter, these);
        return drawn.stream()
                .filter(one -> asked.contains(one.caseId()))
                .map(one -> new VisitCandidate(
                        one.caseId(),
                        one.number(),
                        one.title(),
                        cut(one.place(), VILLAGE),
                        cut(one.place(), TOWNSHIP),
                        VisitType.INSPECTION_VISIT,
                        EnumSet.of(VisitReason.SAMPLED),
                        leaders.stream()
                                .filter(leader -> one.involved().contains(leader)
                                        || !known.getOrDefault(leader, Set.of()).contains(one.caseId()))
                                .collect(Collectors.toSet())))
                .toList();
    }

    private VisitCandidate candidate(
            Row row, Map<String, LocalDate> visited, Map<String, Set<String>> seen, VisitRules rules)
            throws SQLException {
        var id = row.text("case_id");
        var place = row.text("place");
        var village = cut(place, VILLAGE);
        var reasons = EnumSet.noneOf(VisitReason.class);
        var due = row.day("due");
        with(due != null && due.isBefore(row.today()), VisitReason.OVERDUE, reasons);
        with(row.flag("is_repeat"), VisitReason.REPEAT, reasons);
        with(row.flag("is_joint"), VisitReason.JOINT, reasons);
        var reported = LocalDate.ofInstant(row.moment("reported_at"), zone);
        with(reported.isBefore(row.today().minusDays(rules.longOpenDays())), VisitReason.LONG_OPEN, reasons);
        var last = visited.get(village);
        with(
                village.length() == VILLAGE
                        && (last == null || last.isBefore(row.today().minusDays(rules.unvisitedDays()))),
                VisitReason.VILLAGE_UNVISITED,
                reasons);
        var barred = new HashSet<String>();
        seen.forEach((leader, cases) -> {
            if (!cases.contains(id)) {
                barred.add(leader);
            }
        });
        return new VisitCandidate(
                id,
                row.text("number"),
                row.text("title"),
                village,
                place.length() < TOWNSHIP ? null : cut(place, TOWNSHIP),
                rules.typeFor(reasons),
                reasons,
                barred);
    }

    /** The last day on which somebody visited a case of each village. */
    private Map<String, LocalDate> lastVisits(Actor asker, Moment moment, CaseFilter filter) {
        var rows = states.seenBy(asker, moment, filter);
        var last = new HashMap<String, LocalDate>();
        jdbc.sql("select s.place, max(s.last_visit_at) as last_visit " + rows.sql() + " group by s.place")
                .params(rows.parameters())
                .query((row, n) -> {
                    var line = new Row(row, LocalDate.EPOCH);
                    var at = line.maybeMoment("last_visit");
                    if (at != null) {
                        last.merge(
                                cut(line.text("place"), VILLAGE),
                                LocalDate.ofInstant(at, zone),
                                (one, other) -> one.isAfter(other) ? one : other);
                    }
                    return n;
                })
                .list();
        return last;
    }

    private Set<String> known(Actor leader, Moment moment, CaseFilter filter, Fragment which) {
        if (leader.reach().compareTo(Reach.OWN_UNIT) < 0) {
            return Set.of();
        }
        var rows = states.seenBy(leader, moment, filter).and(which);
        return new HashSet<>(jdbc.sql("select s.case_id " + rows.sql())
                .params(rows.parameters())
                .query(String.class)
                .list());
    }

    /** A leader without an account reads on paper: nothing bounds him but what he is recused from. */
    private Actor actor(String leader, String county) {
        return accounts.find(leader)
                .map(Account::actor)
                .orElseGet(() -> Actor.of(leader, null, Role.VISITING_CADRE).within(county));
    }

    private static String cut(String code, int length) {
        return code.length() > length ? code.substring(0, length) : code;
    }

    private static void with(boolean so, VisitReason reason, Set<VisitReason> reasons) {
        if (so) {
            reasons.add(reason);
        }
    }

    /** A case as a line of a plan has it. */
    record CaseLine(
            String caseId,
            String number,
            String title,
            String place,
            @Nullable LocalDate due) {}

    /** Of these cases, those that somebody may know of. */
    Map<String, CaseLine> lines(Actor viewer, Collection<String> ids) {
        var lines = new HashMap<String, CaseLine>();
        if (ids.isEmpty() || viewer.reach().compareTo(Reach.OWN_UNIT) < 0) {
            return lines;
        }
        var rows = states.seenBy(viewer, Moment.present(clock.instant()), CaseFilter.ALL)
                .and(Fragment.of("s.case_id in (:planned)", "planned", List.copyOf(ids)));
        jdbc.sql("select s.case_id, s.number, s.title, s.place, s.due " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> {
                    var line = new Row(row, LocalDate.EPOCH);
                    return new CaseLine(
                            line.text("case_id"),
                            line.text("number"),
                            line.text("title"),
                            line.text("place"),
                            line.day("due"));
                })
                .list()
                .forEach(line -> lines.put(line.caseId(), line));
        return lines;
    }
}
