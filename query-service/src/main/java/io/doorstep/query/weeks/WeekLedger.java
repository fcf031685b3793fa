package io.doorstep.query.weeks;

import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Book;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseJson;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.Visit;
import io.doorstep.terms.Role;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.weeks.WeekOutcome;
import io.doorstep.weeks.WeekRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 无会周台账。 What came of the planned visits: a visit to a planned case on a day of the week counts, whoever made it and whenever it
 * was recorded.
 */
@Book
@Component
class WeekLedger implements WeekOutcome {

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Clock clock;
    private final ZoneId zone;

    WeekLedger(JdbcClient jdbc, CaseStates states, Clock clock, ZoneId officeZone) {
        this.jdbc = jdbc;
        this.states = states;
        this.clock = clock;
        this.zone = officeZone;
    }

    /**
     * 台账的一行。
     *
     * @param visitedBy who went; empty when nobody did
     * @param visitedOn the first day on which somebody did
     * @param commitmentBy the day of the latest commitment made in the week
     * @param missed a constant of {@code MissReason}; null when none is on record
     */
    record Line(
            String caseId,
            String number,
            String title,
            String place,
            String leader,
            LocalDate day,
            String stopId,
            List<String> visitedBy,
            @Nullable LocalDate visitedOn,
            boolean resolved,
            @Nullable LocalDate commitmentBy,
            @Nullable String missed) {

        public boolean visited() {
            return visitedOn != null;
        }
    }

    @Override
    public Figures of(WeekRecord week) {
        return sum(lines(Actor.of("@ledger", null, Role.DISPATCHER), week));
    }

    static Figures sum(List<Line> lines) {
        return new Figures(
                lines.size(),
                (int) lines.stream().filter(Line::visited).count(),
                (int) lines.stream().filter(Line::resolved).count(),
                (int) lines.stream().filter(line -> line.commitmentBy() != null).count(),
                (int) lines.stream()
                        .filter(line -> !line.visited() && line.missed() != null)
                        .count());
    }

    /** The planned cases that the reader may know of. */
    List<Line> lines(Actor viewer, WeekRecord week) {
        var cases = cases(viewer, week.stops().stream().map(PlannedStop::caseId).toList());
        var lines = new ArrayList<Line>();
        for (var stop : week.stops()) {
            var found = cases.get(stop.caseId());
            if (found != null) {
                lines.add(line(stop, found, week));
            }
        }
        return lines;
    }

    private Line line(PlannedStop stop, CaseAsOf found, WeekRecord week) {
        var visits = found.visits().stream()
                .filter(visit -> week.covers(LocalDate.ofInstant(visit.at(), zone)))
                .sorted(Comparator.comparing(Visit::at))
                .toList();
        var who = new TreeSet<String>();
        visits.forEach(visit -> who.addAll(visit.officers()));
        return new Line(
                stop.caseId(),
                found.number(),
                found.matter().title(),
                stop.place(),
                stop.leader(),
                stop.day(),
                stop.stopId(),
                List.copyOf(who),
                visits.isEmpty() ? null : LocalDate.ofInstant(visits.get(0).at(), zone),
                visits.stream().anyMatch(visit -> visit.outcome().equals(VisitOutcome.RESOLVED_ON_SPOT.name())),
                visits.stream()
                        .map(Visit::commitmentBy)
                        .filter(Objects::nonNull)
                        .reduce((first, second) -> second)
                        .orElse(null),
                week.missed().get(stop.stopId()));
    }

    private Map<String, CaseAsOf> cases(Actor viewer, List<String> ids) {
        var cases = new HashMap<String, CaseAsOf>();
        if (!ids.isEmpty()) {
            var rows = states.seenBy(viewer, Moment.present(clock.instant()), CaseFilter.ALL)
                    .and(Fragment.of("s.case_id in (:planned)", "planned", ids));
            jdbc.sql("select s.detail " + rows.sql())
                    .params(rows.parameters())
                    .query((row, n) -> CaseJson.read(row.getBytes(1)))
                    .list()
                    .forEach(one -> cases.put(one.caseId(), one));
        }
        return cases;
    }
}
