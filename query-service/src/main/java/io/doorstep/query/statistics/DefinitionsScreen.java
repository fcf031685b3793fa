package io.doorstep.query.statistics;

import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of the definitions as a page, and two of them side by side over the past. */
@Screen
class DefinitionsScreen {

    private final DefinitionBook book;
    private final RuleWords words;
    private final ComparePage comparison;
    private final FiguresRequest requests;

    DefinitionsScreen(DefinitionBook book, RuleWords words, ComparePage comparison, FiguresRequest requests) {
        this.book = book;
        this.words = words;
        this.comparison = comparison;
        this.requests = requests;
    }

    /**
     * 一个版本。 A version as the page tells it.
     *
     * @param differences what it says otherwise than the one before it, figure by figure
     */
    record Told(
            Definitions version, boolean inForce, @Nullable String before, Map<String, List<String>> differences) {}

    /** 一项口径。 The rule of a figure in words. */
    record Rule(String figure, String name, List<String> said) {}

    @GetMapping("/figures/definitions")
    String page(
            @RequestParam(required = false) @Nullable String version,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var inForce = book.on(say.today());
        var shown = version == null || version.isBlank() ? inForce : book.version("version", version);
        var all = book.all();
        var told = new ArrayList<Told>();
        for (var n = 0; n < all.size(); n++) {
            var before = n == 0 ? null : all.get(n - 1);
            told.add(new Told(
                    all.get(n),
                    all.get(n).equals(inForce),
                    before == null ? null : before.version(),
                    before == null ? Map.of() : words.differences(before, all.get(n), locale)));
        }
        model.addAttribute("versions", told);
        model.addAttribute("shown", shown);
        model.addAttribute("rules", rules(shown, locale));
        model.addAttribute(
                "figures", inForce.figures().stream().map(Figure::key).toList());
        model.addAttribute("from", say.today().withDayOfYear(1));
        model.addAttribute("to", say.today().plusDays(1));
        return "statistics/definitions";
    }

    @GetMapping("/figures/definitions/compare")
    String compare(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = requests.cases(request);
        var exact = requests.exact(asked, say.today());
        var compared = comparison.compare(exact, locale);
        model.addAttribute("compared", compared);
        model.addAttribute("next", address("/figures/definitions/compare", asked, compared.next()));
        model.addAttribute("csv", address("/api/statistics/definitions/compare.csv", exact, null));
        model.addAttribute("xlsx", address("/api/statistics/definitions/compare.xlsx", exact, null));
        model.addAttribute("address", new FiguresAddress(asked));
        return part == null ? "statistics/compare" : "statistics/compare :: more";
    }

    private List<Rule> rules(Definitions version, Locale locale) {
        return version.figures().stream()
                .map(figure -> new Rule(
                        figure.key(),
                        words.figure(figure, locale),
                        List.copyOf(
                                words.of(figure, version.rule(figure), locale).values())))
                .toList();
    }

    private static String address(String path, MultiValueMap<String, String> asked, @Nullable String cursor) {
        var other = new LinkedMultiValueMap<>(asked);
        other.remove("cursor");
        if (cursor != null) {
            other.set("cursor", cursor);
        }
        return ListAddress.built(path, other);
    }
}
