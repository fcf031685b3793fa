package io.doorstep.command.weeks;

import io.doorstep.command.weeks.planning.Candidate;
import io.doorstep.command.weeks.planning.Envoy;
import io.doorstep.command.weeks.planning.Week;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Policies;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.Placed;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.Point;
import io.doorstep.weeks.VisitCandidate;
import io.doorstep.weeks.VisitCandidates;
import io.doorstep.weeks.WeekRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 排班桌。 Lays out what a plan is made from: days, leaders, cases, and where places lie. */
@Component
class PlanningTable {

    private final ObjectProvider<VisitCandidates> candidates;
    private final Leaders leaders;
    private final ReferenceData reference;
    private final Policies policies;

    PlanningTable(
            ObjectProvider<VisitCandidates> candidates, Leaders leaders, ReferenceData reference, Policies policies) {
        this.candidates = candidates;
        this.leaders = leaders;
        this.reference = reference;
        this.policies = policies;
    }

    /**
     * The week as it is to be planned. It holds all cases of the county that can be visited, whoever plans: what a planner may
     * not know of is kept from him where he reads and where he decides, and yet gets its place in the plan.
     */
    Week lay(String county, WeekRecord record, int load, List<PlanDraft.Pin> pins) {
        var days = days(record);
        var monday = days.get(0);
        var rules = policies.on(monday).visits();
        var sent = leaders.of(county, monday);
        var people = sent.stream()
                .map(one -> new Envoy(
                        one.account(),
                        one.rank(),
                        Set.copyOf(one.townships()),
                        leaders.daysAway(one.account(), days),
                        rules))
                .toList();
        var office = Actor.of("@planning", null, Role.DISPATCHER).within(county);
        var open = seen(office, county, record);
        var cases = open.stream()
                .map(one -> new Candidate(
                        one.caseId(),
                        one.village(),
                        String.valueOf(one.township()),
                        one.type(),
                        one.reasons(),
                        one.barred()))
                .toList();
        var ids = cases.stream().map(Candidate::caseId).collect(Collectors.toSet());
        var accounts = people.stream().map(Envoy::id).collect(Collectors.toSet());
        var kept = pins.stream()
                .filter(pin ->
                        ids.contains(pin.caseId()) && accounts.contains(pin.leader()) && days.contains(pin.day()))
                .map(pin -> new Placed(pin.caseId(), pin.leader(), pin.day()))
                .toList();
        return new Week(days, people, cases, centres(cases, monday), load, kept);
    }

    /** The cases among them that somebody may know of, and so decide about. */
    List<VisitCandidate> seen(Actor asker, String county, WeekRecord record) {
        var book = candidates.getIfAvailable();
        return book == null
                ? List.of()
                : book
                        .seenBy(
                                asker,
                                county,
                                leaders(county, record),
                                days(record).get(0))
                        .stream()
                        .filter(one -> one.township() != null)
                        .toList();
    }

    /** Cases of a leader on a day, where a planner says nothing else. */
    int usualLoad(WeekRecord record) {
        return policies.on(days(record).get(0)).visits().dailyLoad();
    }

    /** Ids of the leaders of the week. */
    List<String> leaders(String county, WeekRecord record) {
        return leaders.of(county, days(record).get(0)).stream()
                .map(one -> one.account())
                .toList();
    }

    private static List<LocalDate> days(WeekRecord record) {
        var dates = record.dates();
        if (dates == null) {
            throw WeekRefusal.WEEK_NOT_PROCLAIMED.refused();
        }
        return dates.days();
    }

    private Map<String, Point> centres(List<Candidate> cases, LocalDate on) {
        var codes = cases.stream()
                .flatMap(one -> Stream.of(one.place(), one.township()))
                .collect(Collectors.toCollection(HashSet::new));
        var centres = new HashMap<String, Point>();
        for (var code : codes) {
            reference.place(code, on).ifPresent(place -> {
                var lat = place.lat();
                var lon = place.lon();
                if (lat != null && lon != null) {
                    centres.put(code, new Point(lat.doubleValue(), lon.doubleValue()));
                }
            });
        }
        return centres;
    }
}
