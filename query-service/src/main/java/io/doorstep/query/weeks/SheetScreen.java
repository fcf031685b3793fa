package io.doorstep.query.weeks;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.MissReason;
import io.doorstep.weeks.WeekRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 走访单。 What the plan gives to one leader, on a page and for his calendar. */
@Screen
class SheetScreen {

    private final WeekReader weeks;
    private final Boards boards;
    private final Clock clock;

    SheetScreen(WeekReader weeks, Boards boards, Clock clock) {
        this.weeks = weeks;
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping("/weeks/" + WeekScreen.MONTH + "/sheet")
    String sheet(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String leader,
            Model model) {
        var viewer = SignedIn.now().actor();
        var whose = WeekReader.leader(viewer, leader);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var week = weeks.week(at, of);
        model.addAttribute("county", at);
        model.addAttribute("month", of);
        model.addAttribute("week", week);
        model.addAttribute("leader", whose);
        model.addAttribute("own", whose.equals(viewer.id()));
        var days = boards.sheet(viewer, whose, week);
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

    @GetMapping("/weeks/" + WeekScreen.MONTH + "/sheet.ics")
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
}
