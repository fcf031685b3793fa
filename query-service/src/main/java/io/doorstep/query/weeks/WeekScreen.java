package io.doorstep.query.weeks;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.MissReason;
import io.doorstep.web.Named;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.WeekRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class WeekScreen {

    private static final String MONTH = "{month:[0-9]{4}-[0-9]{2}}";

    private final WeekReader weeks;
    private final Boards boards;
    private final CandidateBook book;
    private final WeekLedger ledger;
    private final Leaders leaders;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Policies policies;
    private final WorkCalendar calendar;
    private final Clock clock;

    WeekScreen(
            WeekReader weeks,
            Boards boards,
            CandidateBook book,
            WeekLedger ledger,
            Leaders leaders,
            ReferenceData reference,
            Deadlines deadlines,
            Policies policies,
            WorkCalendar calendar,
            Clock clock) {
        this.weeks = weeks;
        this.boards = boards;
        this.book = book;
        this.ledger = ledger;
        this.leaders = leaders;
        this.reference = reference;
        this.deadlines = deadlines;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A month in the list: its week by the rules, what was proclaimed, and how far it is. */
    record Line(YearMonth month, @Nullable LocalDate byRule, WeekRecord week, boolean drafted) {

        public String state() {
            if (week.closed() != null) {
                return "CLOSED";
            }
            return week.published() ? "PUBLISHED" : drafted ? "DRAFTED" : week.dates() != null ? "PROCLAIMED" : "NONE";
        }
    }

    @GetMapping("/weeks")
    String all(@RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var at = weeks.county(viewer, county);
        var now = YearMonth.from(weeks.today());
        model.addAttribute("plans", WeekReader.plans(viewer));
        model.addAttribute("county", at);
        model.addAttribute(
                "months",
                Stream.of(2, 1, 0, -1, -2, -3, -4)
                        .map(ahead -> line(at, now.plusMonths(ahead)))
                        .toList());
        return "weeks/weeks";
    }

    @GetMapping("/weeks/" + MONTH)
    String one(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String show,
            Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var line = line(at, of);
        var draft = WeekReader.plans(viewer) && !"plan".equals(show)
                ? weeks.draft(at, of)
                : java.util.Optional.<io.doorstep.weeks.PlanDraft>empty();
        var board = draft.map(one -> boards.ofDraft(viewer, at, line.week(), one))
                .orElseGet(() -> boards.ofPlan(viewer, at, line.week()));
        describe(at, of, line, model);
        model.addAttribute("usualLoad", policies.on(weeks.today()).visits().dailyLoad());
        model.addAttribute("board", board);
        model.addAttribute("plans", WeekReader.plans(viewer));
        model.addAttribute(
                "version", weeks.draft(at, of).map(one -> one.version()).orElse(0L));
        return "weeks/week";
    }

    @GetMapping("/weeks/" + MONTH + "/candidates")
    String candidates(
            @PathVariable String month, @RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyPlanners(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var line = line(at, of);
        var dates = line.week().dates();
        describe(at, of, line, model);
        var on = dates == null ? weeks.today() : dates.monday();
        model.addAttribute("candidates", book.seenBy(viewer, at, List.of(), on));
        model.addAttribute("rules", policies.on(on).visits());
        return "weeks/candidates";
    }

    @GetMapping("/weeks/" + MONTH + "/sheet")
    String sheet(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String leader,
            Model model) {
        var viewer = SignedIn.now().actor();
        var whose = WeekReader.leader(viewer, leader);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var line = line(at, of);
        describe(at, of, line, model);
        model.addAttribute("leader", whose);
        model.addAttribute("own", whose.equals(viewer.id()));
        var days = boards.sheet(viewer, whose, line.week());
        model.addAttribute("days", days);
        model.addAttribute(
                "caseIds",
                days.stream()
                        .flatMap(day -> day.cards().stream())
                        .map(card -> card.caseId())
                        .distinct()
                        .toList());
        model.addAttribute("misses", Say.names(MissReason.class));
        model.addAttribute("oversees", WeekReader.oversees(viewer));
        return "weeks/sheet";
    }

    /** His sheet of the week that is now, or of the next one whose plan is published. */
    @GetMapping("/weeks/mine")
    String mine(@RequestParam(required = false) @Nullable String county) {
        var viewer = SignedIn.now().actor();
        WeekReader.leader(viewer, null);
        var at = weeks.county(viewer, county);
        var now = YearMonth.from(weeks.today());
        var dates = weeks.week(at, now).dates();
        var over = dates != null && weeks.today().isAfter(dates.monday().plusDays(6));
        var next = now.plusMonths(1);
        return "redirect:/weeks/" + (over && weeks.week(at, next).published() ? next : now) + "/sheet";
    }

    @GetMapping("/weeks/" + MONTH + "/sheet.ics")
    ResponseEntity<byte[]> file(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String leader,
            @ModelAttribute("say") Say say) {
        var viewer = SignedIn.now().actor();
        var whose = WeekReader.leader(viewer, leader);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var text = Calendar.of(
                WeekRecord.idOf(at, of),
                whose,
                boards.sheet(viewer, whose, weeks.week(at, of)),
                clock.instant(),
                day -> say.word("weeks.calendar", day.cards().size()),
                day -> String.join(
                        "\n",
                        day.cards().stream()
                                .map(card -> card.order() + ". " + card.number() + " " + say.place(card.place()))
                                .toList()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"week-" + of + ".ics\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/weeks/" + MONTH + "/ledger")
    String ledger(@PathVariable String month, @RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var line = line(at, of);
        var lines = ledger.lines(viewer, line.week());
        describe(at, of, line, model);
        model.addAttribute("lines", lines);
        model.addAttribute("figures", WeekLedger.sum(lines));
        model.addAttribute("plans", WeekReader.plans(viewer));
        return "weeks/ledger";
    }

    @GetMapping("/weeks/leaders")
    String leaders(@RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        if (!WeekReader.oversees(viewer) && !viewer.is(io.doorstep.terms.Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        var at = weeks.county(viewer, county);
        var today = weeks.today();
        model.addAttribute("county", at);
        model.addAttribute("leaders", leaders.of(at, today));
        model.addAttribute("away", leaders.away(today, today.plusMonths(3)));
        model.addAttribute("ranks", Say.names(LeaderRank.class));
        model.addAttribute(
                "townships",
                reference.places(at, today).stream()
                        .filter(place -> place.level() == PlaceLevel.TOWNSHIP)
                        .toList());
        model.addAttribute("keeps", WeekReader.plans(viewer) || viewer.is(io.doorstep.terms.Role.ADMINISTRATOR));
        model.addAttribute("today", today);
        return "weeks/leaders";
    }

    private Line line(String county, YearMonth month) {
        var policy = deadlines.policyAt(clock.instant());
        return new Line(
                month,
                policy.noMeetingWeek().mondayOf(month, calendar).orElse(null),
                weeks.week(county, month),
                weeks.draft(county, month).isPresent());
    }

    private void describe(String county, YearMonth month, Line line, Model model) {
        model.addAttribute("county", county);
        model.addAttribute("month", month);
        model.addAttribute("line", line);
        model.addAttribute("week", line.week());
    }
}
