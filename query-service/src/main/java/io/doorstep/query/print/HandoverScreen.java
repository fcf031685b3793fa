package io.doorstep.query.print;

import io.doorstep.query.export.Exports;
import io.doorstep.query.export.Table;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.print.Handover.Line;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The handover as a page (titles and days only), on paper and as a workbook (with the history of each case). */
@Screen
class HandoverScreen {

    /** Cases whose history is printed; a workbook takes any number. */
    private static final int MOST_ON_PAPER = 300;

    private static final List<String> HEADINGS = List.of(
            "column.number",
            "column.title",
            "column.place",
            "column.status",
            "handover.next",
            "handover.due",
            "handover.duties",
            "handover.promises",
            "print.row",
            "print.fact",
            "handover.occurred",
            "handover.recorded",
            "print.who",
            "print.content");

    private final HandoverDesk desk;
    private final Press press;
    private final Exports exports;

    HandoverScreen(HandoverDesk desk, Press press, Exports exports) {
        this.desk = desk;
        this.press = press;
        this.exports = exports;
    }

    /** 卷中一件。 A case of the printed handover. */
    record Part(Line line, WholeFile file) {}

    @GetMapping("/handover")
    String page(@RequestParam MultiValueMap<String, String> request, @ModelAttribute("say") Say say, Model model) {
        var asked = desk.asked(request);
        model.addAttribute("moment", asked.moment());
        model.addAttribute("knownAt", String.valueOf(asked.moment().knownAt()));
        model.addAttribute("atDay", day(request.getFirst("at")));
        model.addAttribute("knownDay", day(request.getFirst("knownAt")));
        model.addAttribute("officer", asked.officer().orElse(""));
        model.addAttribute(
                "lines",
                asked.officer().isEmpty() ? List.of() : desk.of(asked, say).lines());
        return "handover/handover";
    }

    /** As the form has it; a moment to the second was no choice in the form. */
    private static @Nullable String day(@Nullable String asked) {
        return asked == null || asked.length() != 10 ? null : asked;
    }

    @GetMapping("/handover.pdf")
    ResponseEntity<byte[]> paper(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var asked = desk.asked(request);
        var say = desk.say(asked, locale);
        var handover = desk.of(asked, say);
        var parts = desk.dossiers(asked, MOST_ON_PAPER, say, locale).stream()
                .map(one -> new Part(Line.of(one.found(), handover.officer(), say), WholeFile.of(one)))
                .toList();
        var whose = String.valueOf(say.officer(handover.officer()));
        var title = say.word("print.handover.title", whose);
        var model = Map.<String, Object>of(
                "title",
                title,
                "handover",
                handover,
                "parts",
                parts,
                "leftOut",
                Math.max(0, handover.lines().size() - MOST_ON_PAPER),
                "asOf",
                say.word(
                        "print.handover.asOf",
                        String.valueOf(say.moment(handover.moment().now())),
                        String.valueOf(say.moment(handover.moment().knownAt()))),
                "say",
                say,
                "printed",
                say.word(
                        "print.printed",
                        String.valueOf(say.moment(handover.moment().knownAt())),
                        String.valueOf(say.officer(asked.reader().id()))));
        return Paper.of(press.print("handover", locale, model), "handover-" + handover.officer(), title);
    }

    @GetMapping("/handover.xlsx")
    void workbook(@RequestParam MultiValueMap<String, String> request, Locale locale, HttpServletResponse response)
            throws IOException {
        var asked = desk.asked(request);
        var say = desk.say(asked, locale);
        var officer = asked.officerOr400();
        var rows =
                desk.dossiers(asked, Integer.MAX_VALUE, say, locale).stream().flatMap(one -> rows(one, officer, say));
        var table = new Table(
                say.word("handover.heading"), HEADINGS.stream().map(say::word).toList(), rows);
        exports.send(response, "xlsx", table, "handover", say.today());
    }

    private static Stream<List<@Nullable Object>> rows(Dossier dossier, String officer, Say say) {
        var line = Line.of(dossier.found(), officer, say);
        return WholeFile.of(dossier).entries().stream().map(entry -> {
            List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                    line.number(),
                    line.title(),
                    line.place(),
                    line.status(),
                    line.next(),
                    line.due(),
                    line.dutiesInWords(say),
                    line.promisesInWords(say)));
            row.addAll(Arrays.asList(
                    entry.number(),
                    entry.what(),
                    entry.occurred(),
                    entry.recorded(),
                    entry.who(),
                    entry.lines().stream()
                            .map(said -> said.name() + say.word("handover.colon") + said.text())
                            .collect(Collectors.joining("\n"))));
            return row;
        });
    }
}
