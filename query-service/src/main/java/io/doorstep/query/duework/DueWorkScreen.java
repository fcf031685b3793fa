package io.doorstep.query.duework;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.query.layout.Screen;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due as a page: overdue, today, this week, later; and what follows when nobody does anything. */
@Screen
class DueWorkScreen {

    private static final int LINES = 50;

    private final DueWork due;
    private final WorkCalendar calendar;

    DueWorkScreen(DueWork due, WorkCalendar calendar) {
        this.due = due;
        this.calendar = calendar;
    }

    /** One span on the page. */
    record Section(
            String span,
            long count,
            List<DueItem> items,
            @Nullable String next) {}

    @GetMapping("/due")
    String page(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model) {
        var reader = SignedIn.now().actor();
        var asked = Whose.parse(whose, reader);
        var wanted = Span.parseIfAny(span);
        model.addAttribute("whose", asked.key());
        model.addAttribute(
                "choices", Arrays.stream(Whose.values()).map(Whose::key).toList());
        if (wanted != null && target != null && target.startsWith("more-")) {
            var part = due.part(reader, asked, wanted, cursor, LINES);
            model.addAttribute("section", new Section(wanted.key(), 0, part.items(), part.next()));
            return "duework/due :: lines(${section})";
        }
        var counts = due.counts(reader, asked);
        var sections = Arrays.stream(Span.values())
                .map(one -> {
                    var part = due.part(reader, asked, one, one == wanted ? cursor : null, LINES);
                    return new Section(one.key(), counts.getOrDefault(one, 0L), part.items(), part.next());
                })
                .toList();
        model.addAttribute("sections", sections);
        model.addAttribute("today", due.today());
        model.addAttribute("yearsWanting", calendar.wanting(due.today()));
        return "duework/due";
    }
}
