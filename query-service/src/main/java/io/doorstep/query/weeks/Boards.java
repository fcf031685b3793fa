package io.doorstep.query.weeks;

import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.identity.Actor;
import io.doorstep.query.weeks.Board.Card;
import io.doorstep.query.weeks.Board.Cell;
import io.doorstep.query.weeks.Board.Lane;
import io.doorstep.query.weeks.Board.Left;
import io.doorstep.query.weeks.Board.Told;
import io.doorstep.query.weeks.CandidateBook.CaseLine;
import io.doorstep.weeks.Leader;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.WeekRecord;
import io.doorstep.weeks.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 排出版面。 Lays a draft or a published plan out for one reader; what he may not know of is not there at all. */
@Component
class Boards {

    private final CandidateBook book;
    private final Leaders leaders;
    private final Walks walks;

    Boards(CandidateBook book, Leaders leaders, Walks walks) {
        this.book = book;
        this.leaders = leaders;
        this.walks = walks;
    }

    Board ofDraft(Actor viewer, String county, WeekRecord week, PlanDraft draft) {
        var plan = draft.plan();
        var lines = book.lines(
                viewer,
                Stream.concat(
                                plan.choices().stream().map(WeekPlan.Choice::caseId),
                                plan.leftOut().stream().map(WeekPlan.LeftOut::caseId))
                        .toList());
        var cards = new LinkedHashMap<Place, List<Card>>();
        for (var choice : plan.choices()) {
            var line = lines.get(choice.caseId());
            if (line != null) {
                cards.computeIfAbsent(new Place(choice.leader(), choice.day()), key -> new ArrayList<>())
                        .add(card(choice, line, draft));
            }
        }
        var left = new ArrayList<Left>();
        for (var one : plan.leftOut()) {
            var line = lines.get(one.caseId());
            if (line != null) {
                left.add(new Left(
                        one.caseId(),
                        line.number(),
                        line.title(),
                        one.place(),
                        one.type().name(),
                        one.reasons().stream().sorted().map(Enum::name).toList(),
                        draft.excluded().contains(one.caseId()) ? new Told("TAKEN_OUT", 0) : told(one.why())));
            }
        }
        var ways = new LinkedHashMap<Place, WeekPlan.Day>();
        plan.days().forEach(day -> ways.put(new Place(day.leader(), day.day()), day));
        var everything = lines.size() == plan.choices().size() + plan.leftOut().size();
        return new Board(
                "DRAFT",
                draft.version(),
                draft.dailyLoad(),
                days(week),
                lanes(county, week, cards, ways),
                left,
                everything ? plan.figures() : null,
                everything ? draft.before() : null);
    }

    Board ofPlan(Actor viewer, String county, WeekRecord week) {
        var lines = book.lines(
                viewer,
                Stream.concat(
                                week.stops().stream().map(PlannedStop::caseId),
                                week.left().stream().map(WeekRecord.Left::caseId))
                        .toList());
        var cards = new LinkedHashMap<Place, List<Card>>();
        var seen = new LinkedHashMap<Place, List<PlannedStop>>();
        for (var stop : week.stops()) {
            var line = lines.get(stop.caseId());
            if (line != null) {
                cards.computeIfAbsent(new Place(stop.leader(), stop.day()), key -> new ArrayList<>())
                        .add(card(stop, line, week));
                seen.computeIfAbsent(new Place(stop.leader(), stop.day()), key -> new ArrayList<>())
                        .add(stop);
            }
        }
        var ways = new LinkedHashMap<Place, WeekPlan.Day>();
        seen.forEach((place, stops) -> ways.put(place, walks.of(stops)));
        var left = new ArrayList<Left>();
        for (var one : week.left()) {
            var line = lines.get(one.caseId());
            if (line != null) {
                left.add(new Left(
                        one.caseId(), line.number(), line.title(), line.place(), null, List.of(), Told.of(one.why())));
            }
        }
        return new Board("PLAN", 0, 0, days(week), lanes(county, week, cards, ways), left, null, null);
    }

    /** One leader's visits in the order of days. */
    List<Cell> sheet(Actor viewer, String leader, WeekRecord week) {
        var mine = week.stopsOf(leader);
        var lines = book.lines(viewer, mine.stream().map(PlannedStop::caseId).toList());
        return days(week).stream()
                .map(day -> new Cell(
                        day,
                        false,
                        mine.stream()
                                .filter(stop -> stop.day().equals(day) && lines.containsKey(stop.caseId()))
                                .map(stop -> card(stop, Objects.requireNonNull(lines.get(stop.caseId())), week))
                                .toList(),
                        null,
                        null,
                        0))
                .filter(cell -> !cell.cards().isEmpty())
                .toList();
    }

    private record Place(String leader, LocalDate day) {}

    private List<Lane> lanes(
            String county, WeekRecord week, Map<Place, List<Card>> cards, Map<Place, WeekPlan.Day> ways) {
        var days = days(week);
        var known = new LinkedHashMap<String, Leader>();
        if (!days.isEmpty()) {
            leaders.of(county, days.get(0)).forEach(leader -> known.put(leader.account(), leader));
        }
        var order = new ArrayList<>(known.keySet());
        cards.keySet().stream()
                .map(Place::leader)
                .filter(id -> !known.containsKey(id))
                .distinct()
                .forEach(order::add);
        return order.stream()
                .map(id -> {
                    var leader = known.get(id);
                    var away = leaders.daysAway(id, days);
                    return new Lane(
                            id,
                            leader == null ? null : leader.rank(),
                            leader == null ? List.of() : leader.townships(),
                            days.stream()
                                    .map(day -> cell(day, away.contains(day), new Place(id, day), cards, ways))
                                    .toList());
                })
                .toList();
    }

    private static Cell cell(
            LocalDate day, boolean away, Place at, Map<Place, List<Card>> cards, Map<Place, WeekPlan.Day> ways) {
        var here = cards.getOrDefault(at, List.of()).stream()
                .sorted(Comparator.comparing(Card::order))
                .toList();
        var way = here.isEmpty() ? null : ways.get(at);
        return new Cell(
                day,
                away,
                here,
                way == null ? null : way.township(),
                way == null ? null : way.metres(),
                way == null ? 0 : way.unknown());
    }

    private static Card card(WeekPlan.Choice choice, CaseLine line, PlanDraft draft) {
        var pin = draft.pins().stream()
                .filter(one -> one.caseId().equals(choice.caseId()))
                .findFirst();
        return new Card(
                "",
                choice.caseId(),
                line.number(),
                line.title(),
                choice.place(),
                line.due(),
                choice.order(),
                choice.type().name(),
                choice.reasons().stream().sorted().map(Enum::name).toList(),
                choice.why().stream().map(Boards::told).toList(),
                pin.map(PlanDraft.Pin::by).orElse(null),
                choice.overruled().stream().map(Enum::name).toList(),
                pin.map(PlanDraft.Pin::reason).orElse(null),
                null);
    }

    private static Card card(PlannedStop stop, CaseLine line, WeekRecord week) {
        return new Card(
                stop.stopId(),
                stop.caseId(),
                line.number(),
                line.title(),
                stop.place(),
                line.due(),
                stop.order(),
                stop.type(),
                stop.reasons(),
                stop.why().stream().map(Told::of).toList(),
                stop.pinnedBy(),
                stop.overruled(),
                stop.reason(),
                week.missed().get(stop.stopId()));
    }

    private static Told told(Why why) {
        return new Told(why.code().name(), why.figure());
    }

    private static List<LocalDate> days(WeekRecord week) {
        var dates = week.dates();
        return dates == null ? List.of() : dates.days();
    }
}
