package io.doorstep.query.statistics;

import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One number explained, as a page. */
@Screen
class ExplainScreen {

    private final ExplainPage explanations;
    private final FiguresRequest requests;
    private final RowNames names;

    ExplainScreen(ExplainPage explanations, FiguresRequest requests, RowNames names) {
        this.explanations = explanations;
        this.requests = requests;
        this.names = names;
    }

    @GetMapping("/figures/explain")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = requests.cases(request);
        var exact = requests.exact(asked, say.today());
        var address = new FiguresAddress(asked);
        var reason = address.one("reason");
        model.addAttribute("number", explanations.explain(exact, locale));
        model.addAttribute("address", address);
        model.addAttribute("part", ExplainPage.part(address.one("part")));
        model.addAttribute("reason", reason == null ? null : names.reason(reason, locale));
        model.addAttribute("csv", address.explanation("csv", exact));
        model.addAttribute("xlsx", address.explanation("xlsx", exact));
        return part == null ? "statistics/explain" : "statistics/explain :: more";
    }
}
