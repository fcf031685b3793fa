package io.doorstep.query.print;

import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RunningClock;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.weeks.WeekCounty;
import io.doorstep.weeks.WeekRecord;
import io.doorstep.weeks.WeekRights;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 打印领导走访单。 The sheet of the published plan as PDF: his own, or another's for who oversees. */
@Screen
class WeekSheetPrint {

    private final WeekArchive archive;
    private final Cases cases;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Press press;
    private final Clock clock;

    WeekSheetPrint(
            WeekArchive archive, Cases cases, ReferenceData reference, Deadlines deadlines, Press press, Clock clock) {
        this.archive = archive;
        this.cases = cases;
        this.reference = reference;
        this.deadlines = deadlines;
        this.press = press;
        this.clock = clock;
    }

    @GetMapping("/weeks/{month}/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String leader,
            @ModelAttribute("say") Say say,
            Locale locale) {
        var reader = SignedIn.now().actor();
        var whose = leader == null || leader.isBlank() ? reader.id() : leader;
        if (!WeekRights.seesSheet(reader, whose)) {
            throw Named.roleMayNot();
        }
        var now = clock.instant();
        var at = WeekCounty.of(reader, county, reference, deadlines.day(now)).orElseThrow(Named::notFound);
        var of = month(month);
        var week = archive.find(at, of);
        var title = say.word("print.week.title");
        var printed =
                say.word("print.printed", String.valueOf(say.moment(now)), String.valueOf(say.officer(reader.id())));
        var sheet = new WeekSheet(
                String.valueOf(say.officer(whose)), of.toString(), dates(week, say), days(reader, whose, week, say));
        var pdf = press.print("week", locale, Map.of("sheet", sheet, "title", title, "printed", printed));
        return Paper.of(pdf, "week-" + of, title + "-" + of);
    }

    private static String dates(WeekRecord week, Say say) {
        var dates = week.dates();
        return dates == null
                ? ""
                : say.fullDay(dates.monday()) + " – "
                        + say.fullDay(dates.monday().plusDays(6));
    }

    private List<WeekSheet.Day> days(Actor reader, String leader, WeekRecord week, Say say) {
        var dates = week.dates();
        return dates == null
                ? List.of()
                : dates.days().stream()
                        .map(day -> new WeekSheet.Day(
                                String.valueOf(say.fullDay(day)),
                                week.stopsOf(leader).stream()
                                        .filter(stop -> stop.day().equals(day))
                                        .flatMap(stop -> stop(reader, stop, say).stream())
                                        .toList()))
                        .filter(day -> !day.stops().isEmpty())
                        .toList();
    }

    private Optional<WeekSheet.Stop> stop(Actor reader, PlannedStop stop, Say say) {
        var now = clock.instant();
        return cases.find(reader, stop.caseId(), Moment.present(now))
                .map(found -> new WeekSheet.Stop(
                        stop.order(),
                        found.number(),
                        found.matter().title(),
                        String.valueOf(say.fullPlace(stop.place())),
                        String.valueOf(say.constant("VisitType", stop.type())),
                        stop.reasons().stream()
                                .map(reason -> String.valueOf(say.constant("VisitReason", reason)))
                                .collect(Collectors.joining(say.word("say.comma"))),
                        RunningClock.all(found).stream()
                                .map(RunningClock::due)
                                .min(Comparator.naturalOrder())
                                .map(due -> say.day(due))
                                .orElse(null)));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new Malformed(FieldProblem.of("month", "NOT_A_DATE"));
        }
    }
}
