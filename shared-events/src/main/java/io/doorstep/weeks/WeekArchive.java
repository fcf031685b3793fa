package io.doorstep.weeks;

import io.doorstep.events.weeks.WeekEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** 无会周档案。 Reads a week from its own facts; it is so few that no table is kept of them. */
public final class WeekArchive {

    private final EventStorageEngine facts;

    public WeekArchive(EventStorageEngine facts) {
        this.facts = facts;
    }

    /** What is on record of a county's week of a month. */
    public WeekRecord find(String county, YearMonth month) {
        var week = WeekRecord.NONE;
        var events = facts.readEvents(WeekRecord.idOf(county, month));
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof WeekEvent fact) {
                week = week.with(fact);
            }
        }
        return week;
    }

    /** The week of the county that a day lies in; a week may reach over the end of its month. */
    public WeekRecord at(String county, LocalDate day) {
        var month = YearMonth.from(day);
        return Stream.of(month, month.minusMonths(1), month.plusMonths(1))
                .map(one -> find(county, one))
                .filter(week -> week.covers(day))
                .findFirst()
                .orElse(WeekRecord.NONE);
    }

    /** The cases that the plan gives to somebody in the week of a day, in the order of days and visits. */
    public List<String> casesOf(String county, String leader, LocalDate day) {
        return Objects.requireNonNull(at(county, day)).stopsOf(leader).stream()
                .map(stop -> stop.caseId())
                .toList();
    }
}
