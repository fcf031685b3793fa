package io.doorstep.command.weeks;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.web.Ask;
import io.doorstep.command.weeks.DraftForms.CloseForm;
import io.doorstep.command.weeks.DraftForms.MissForm;
import io.doorstep.command.weeks.DraftForms.ProclaimForm;
import io.doorstep.command.weeks.DraftForms.PublishForm;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.Rule;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.weeks.WeekOutcome;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WeekEndpoint {

    private final WeekCommands commands;
    private final WeekArchive archive;
    private final Drafting drafting;
    private final ObjectProvider<WeekOutcome> outcome;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Clock clock;

    WeekEndpoint(
            WeekCommands commands,
            WeekArchive archive,
            Drafting drafting,
            ObjectProvider<WeekOutcome> outcome,
            ReferenceData reference,
            Deadlines deadlines,
            WorkCalendar calendar,
            Clock clock) {
        this.commands = commands;
        this.archive = archive;
        this.drafting = drafting;
        this.outcome = outcome;
        this.reference = reference;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    @PostMapping("/api/weeks/{month}/proclamation")
    ResponseEntity<Receipt> proclaim(@PathVariable String month, @RequestBody ProclaimForm form, Ask ask) {
        Planners.only(ask.actor());
        var of = Planners.month(month);
        var county = Planners.county(ask.actor(), form.county(), reference, today());
        var policy = deadlines.policyAt(clock.instant());
        var byRule = policy.noMeetingWeek().mondayOf(of, calendar);
        var monday = form.monday() == null ? byRule.orElseThrow(WeekRefusal.NO_WEEK_IN_MONTH::refused) : form.monday();
        var another = byRule.filter(monday::equals).isEmpty();
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new Malformed(FieldProblem.of("monday", "NOT_A_MONDAY"));
        }
        if (another) {
            DraftForms.reasonFor(List.of(Rule.AWAY), form.reason());
        }
        var days = workingDays(monday, of);
        WeekRefusal.NO_WEEK_IN_MONTH.when(days.isEmpty());
        return commands.take(
                new ProclaimWeek(county, of, monday, days, policy.version(), another ? form.reason() : null),
                ask,
                form);
    }

    @PostMapping("/api/weeks/{month}/publication")
    ResponseEntity<Receipt> publish(@PathVariable String month, @RequestBody PublishForm form, Ask ask) {
        Planners.only(ask.actor());
        var of = Planners.month(month);
        var county = Planners.county(ask.actor(), form.county(), reference, today());
        var record = archive.find(county, of);
        var draft = drafting.checked(county, of, record, form.version());
        if (record.published()) {
            DraftForms.reasonFor(List.of(Rule.AWAY), form.reason());
        }
        return commands.take(
                new PublishPlan(
                        county,
                        of,
                        draft.version(),
                        Publication.stops(county, of, draft),
                        Publication.leftOut(draft),
                        String.valueOf(form.reason())),
                ask,
                form);
    }

    @PostMapping("/api/weeks/{month}/stops/{stop}/miss")
    ResponseEntity<Receipt> miss(
            @PathVariable String month, @PathVariable String stop, @RequestBody MissForm form, Ask ask) {
        var county = Planners.county(ask.actor(), form.county(), reference, today());
        return commands.take(new MissStop(county, Planners.month(month), stop, form.reason(), ask.actor()), ask, form);
    }

    @PostMapping("/api/weeks/{month}/closing")
    ResponseEntity<Receipt> close(@PathVariable String month, @RequestBody CloseForm form, Ask ask) {
        Planners.only(ask.actor());
        var of = Planners.month(month);
        var county = Planners.county(ask.actor(), form.county(), reference, today());
        var counted = outcome.getIfAvailable();
        if (counted == null) {
            throw Named.notFound();
        }
        return commands.take(new CloseWeek(county, of, today(), counted.of(archive.find(county, of))), ask, form);
    }

    private List<LocalDate> workingDays(LocalDate monday, YearMonth month) {
        return monday.datesUntil(monday.plusWeeks(1))
                .filter(day -> YearMonth.from(day).equals(month))
                .filter(day -> calendar.isWorkingDay(day).orElse(false))
                .toList();
    }

    private LocalDate today() {
        return deadlines.day(clock.instant());
    }
}
