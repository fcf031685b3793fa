package io.doorstep.query.statistics;

import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.Screen;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures for publication as a page. */
@Screen
class PublishedScreen {

    private final PublishedPage page;
    private final Published published;

    PublishedScreen(PublishedPage page, Published published) {
        this.page = page;
        this.published = published;
    }

    @GetMapping("/figures/published")
    String page(@RequestParam MultiValueMap<String, String> request, Locale locale, Model model) {
        var table = page.table(ListAddress.withoutBlanks(request), locale);
        var exact = new LinkedMultiValueMap<String, String>();
        exact.set("year", String.valueOf(table.year()));
        exact.set("by", table.by());
        model.addAttribute("table", table);
        model.addAttribute("years", published.years());
        model.addAttribute("dimensions", Published.DIMENSIONS);
        model.addAttribute("figures", List.copyOf(table.total().figures().keySet()));
        model.addAttribute("xlsx", ListAddress.built("/api/statistics/published.xlsx", exact));
        model.addAttribute("csv", ListAddress.built("/api/statistics/published.csv", exact));
        return "statistics/published";
    }
}
