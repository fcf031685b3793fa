package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases behind a number as a page. */
@Screen
class BehindScreen {

    private final BehindPage behind;
    private final FiguresRequest requests;
    private final RowNames names;
    private final RuleWords words;

    BehindScreen(BehindPage behind, FiguresRequest requests, RowNames names, RuleWords words) {
        this.behind = behind;
        this.requests = requests;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/figures/cases")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = requests.cases(request);
        var exact = requests.exact(asked, say.today());
        var address = new FiguresAddress(asked);
        model.addAttribute("page", behind.cases(exact));
        var question = requests.question(SignedIn.now().actor(), exact);
        var by = question.by();
        var reason = address.one("reason");
        model.addAttribute("address", address);
        var figure = requests.figure(address.one("figure"));
        model.addAttribute("figure", figure.key());
        model.addAttribute(
                "definition", words.definition(figure, question.window().rule(figure), locale));
        model.addAttribute("part", BehindPage.part(address.one("part")));
        model.addAttribute("by", by == null ? null : by.key());
        model.addAttribute(
                "row",
                by == null
                        ? null
                        : names.name(by, Objects.requireNonNullElse(address.one("key"), ""), say.today(), locale));
        model.addAttribute("key", by == null ? "" : Objects.requireNonNullElse(address.one("key"), ""));
        model.addAttribute("reason", reason == null ? null : names.reason(reason, locale));
        model.addAttribute("window", question.window());
        model.addAttribute("moment", question.moment());
        model.addAttribute("definitions", question.window().definitions().version());
        return part == null ? "statistics/cases" : "statistics/cases :: more";
    }
}
