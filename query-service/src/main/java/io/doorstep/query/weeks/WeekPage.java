package io.doorstep.query.weeks;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.export.Exports;
import io.doorstep.query.layout.Column;
import io.doorstep.query.layout.Labels;
import io.doorstep.query.weeks.Board.Cell;
import io.doorstep.terms.MissReason;
import io.doorstep.weeks.VisitCandidate;
import io.doorstep.weeks.WeekOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WeekPage {

    private static final List<Column<WeekLedger.Line>> COLUMNS = List.of(
            Column.of("number", WeekLedger.Line::number),
            Column.of("title", WeekLedger.Line::title),
            Column.of("place", WeekLedger.Line::place),
            Column.of("weekLeader", WeekLedger.Line::leader),
            Column.of("weekDay", WeekLedger.Line::day),
            Column.of("visitedOn", WeekLedger.Line::visitedOn),
            Column.of("visitedBy", line -> String.join(" ", line.visitedBy())),
            Column.yesOrNo("resolvedOnVisit", WeekLedger.Line::resolved),
            Column.of("commitmentBy", WeekLedger.Line::commitmentBy),
            Column.of("missed", MissReason.class, WeekLedger.Line::missed));

    private final WeekReader weeks;
    private final Months months;
    private final Boards boards;
    private final CandidateBook book;
    private final WeekLedger ledger;
    private final Exports exports;
    private final MessageSource messages;

    WeekPage(
            WeekReader weeks,
            Months months,
            Boards boards,
            CandidateBook book,
            WeekLedger ledger,
            Exports exports,
            MessageSource messages) {
        this.weeks = weeks;
        this.months = months;
        this.boards = boards;
        this.book = book;
        this.ledger = ledger;
        this.exports = exports;
        this.messages = messages;
    }

    record Candidates(List<VisitCandidate> items) {}

    record Sheet(String leader, List<Cell> days) {}

    record Accounting(WeekOutcome.Figures figures, List<WeekLedger.Line> items) {}

    /**
     * 一个月。
     *
     * @param byRule Monday of the week that the rules pick; null when they find none
     * @param monday as proclaimed; null before
     * @param stops planned visits; 0 before a plan is published
     */
    record Month(
            String month,
            @Nullable LocalDate byRule,
            @Nullable LocalDate monday,
            List<LocalDate> days,
            String state,
            int stops) {

        static Month of(Months.Line line) {
            var dates = line.week().dates();
            return new Month(
                    line.month().toString(),
                    line.byRule(),
                    dates == null ? null : dates.monday(),
                    dates == null ? List.of() : dates.days(),
                    line.state(),
                    line.week().stops().size());
        }
    }

    record AllMonths(String county, List<Month> items) {}

    @GetMapping("/api/weeks")
    AllMonths months(@RequestParam(required = false) @Nullable String county) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var at = weeks.county(viewer, county);
        return new AllMonths(
                at, months.around(at, weeks.today()).stream().map(Month::of).toList());
    }

    @GetMapping("/api/weeks/{month}")
    Board board(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(defaultValue = "false") boolean published) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var week = weeks.week(at, of);
        var draft = weeks.draft(at, of);
        return draft.isPresent() && WeekReader.plans(viewer) && !published
                ? boards.ofDraft(viewer, at, week, draft.get())
                : boards.ofPlan(viewer, at, week);
    }

    @GetMapping("/api/weeks/{month}/candidates")
    Candidates candidates(@PathVariable String month, @RequestParam(required = false) @Nullable String county) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyPlanners(viewer);
        var of = WeekReader.month(month);
        var at = weeks.county(viewer, county);
        var dates = weeks.week(at, of).dates();
        return new Candidates(book.seenBy(viewer, at, List.of(), dates == null ? weeks.today() : dates.monday()));
    }

    @GetMapping("/api/weeks/{month}/sheet")
    Sheet sheet(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String leader) {
        var viewer = SignedIn.now().actor();
        var whose = WeekReader.leader(viewer, leader);
        return new Sheet(
                whose, boards.sheet(viewer, whose, weeks.week(weeks.county(viewer, county), WeekReader.month(month))));
    }

    @GetMapping("/api/weeks/{month}/ledger")
    Accounting accounting(@PathVariable String month, @RequestParam(required = false) @Nullable String county) {
        var lines = lines(month, county);
        return new Accounting(WeekLedger.sum(lines), lines);
    }

    @GetMapping("/api/weeks/{month}/ledger.{format:csv|xlsx}")
    void file(
            @PathVariable String month,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String county,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var lines = lines(month, county);
        var table = Column.table("weekledger", COLUMNS, lines.stream(), new Labels(messages, locale));
        exports.send(response, format, table, "week-" + month, table.name() + "-" + month);
    }

    private List<WeekLedger.Line> lines(String month, @Nullable String county) {
        var viewer = SignedIn.now().actor();
        WeekReader.onlyOverseers(viewer);
        return ledger.lines(viewer, weeks.week(weeks.county(viewer, county), WeekReader.month(month)));
    }
}
