package io.doorstep.query.weeks;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Policies;
import io.doorstep.query.layout.Screen;
import io.doorstep.weeks.PlanDraft;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class WeekScreen {

    static final String MONTH = "{month:[0-9]{4}-[0-9]{2}}";

    private final WeekReader weeks;
    private final Boards boards;
    private final Months months;
    private final CandidateBook book;
    private final WeekLedger ledger;
    private final Policies policies;

    WeekScreen(
            WeekReader weeks, Boards boards, Months months, CandidateBook book, WeekLedger ledger, Policies policies) {
        this.weeks = weeks;
        this.boards = boards;
        this.months = months;
        this.book = book;
        this.ledger = ledger;
        this.policies = policies;
    }

    @GetMapping("/weeks")
    String all(@RequestParam(required = false) @Nullable String county, Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var at = weeks.county(viewer, county);
        model.addAttribute("plans", WeekReader.plans(viewer));
        model.addAttribute("county", at);
        model.addAttribute("months", months.around(at, weeks.today()));
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
        var line = months.of(at, of);
        var draft =
                WeekReader.plans(viewer) && !"plan".equals(show) ? weeks.draft(at, of) : Optional.<PlanDraft>empty();
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
        var line = months.of(at, of);
        var dates = line.week().dates();
        describe(at, of, line, model);
        var on = dates == null ? weeks.today() : dates.monday();
        model.addAttribute("candidates", book.seenBy(viewer, at, List.of(), on));
        model.addAttribute("rules", policies.on(on).visits());
        return "weeks/candidates";
    }

    @GetMapping("/weeks/" + MONTH + "/ledger")
    String ledger(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String show,
            Model model) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var line = months.of(at, of);
        var lines = ledger.lines(viewer, line.week());
        describe(at, of, line, model);
        var part = LedgerPart.called(show);
        model.addAttribute("lines", lines.stream().filter(part::holds).toList());
        model.addAttribute("part", part);
        model.addAttribute("parts", LedgerPart.counted(lines));
        model.addAttribute("plans", WeekReader.plans(viewer));
        return "weeks/ledger";
    }

    private void describe(String county, YearMonth month, Months.Line line, Model model) {
        model.addAttribute("county", county);
        model.addAttribute("month", month);
        model.addAttribute("line", line);
        model.addAttribute("week", line.week());
    }
}
