package io.doorstep.query.statistics;

import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of a year as a page, and as one to be printed. */
@Screen
class AnnualScreen {

    private final AnnualPage page;
    private final Annual annual;
    private final ZoneId zone;

    AnnualScreen(AnnualPage page, Annual annual, ZoneId officeZone) {
        this.page = page;
        this.annual = annual;
        this.zone = officeZone;
    }

    @GetMapping("/annual")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        show(request, say, locale, model);
        return "statistics/annual";
    }

    @GetMapping("/annual/print")
    String print(
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        show(request, say, locale, model);
        return "statistics/annual-print";
    }

    private void show(MultiValueMap<String, String> request, Say say, Locale locale, Model model) {
        var asked = ListAddress.withoutBlanks(request);
        var exact = ScreenRequest.read(asked, say.today(), zone);
        var report = page.report(exact, locale);
        exact.set("year", String.valueOf(report.year()));
        asked.set("year", String.valueOf(report.year()));
        model.addAttribute("report", report);
        model.addAttribute("years", annual.years());
        model.addAttribute("xlsx", ListAddress.built("/api/annual.xlsx", exact));
        model.addAttribute("csv", ListAddress.built("/api/annual.csv", exact));
        model.addAttribute("print", ListAddress.built("/annual/print", asked));
        model.addAttribute("back", ListAddress.built("/annual", asked));
    }
}
