package io.doorstep.query.choose;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.Category;
import io.doorstep.reference.Entry;
import io.doorstep.reference.Officer;
import io.doorstep.reference.Place;
import io.doorstep.reference.ReferenceData;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class ChooseScreen {

    private static final int MOST = 20;
    private static final String OPTIONS = "choose/options";

    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final CaseOptions cases;

    ChooseScreen(ReferenceData reference, Deadlines deadlines, Clock clock, CaseOptions cases) {
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.cases = cases;
    }

    /**
     * One option.
     *
     * @param shown what stands in the box once it was chosen
     * @param beside what tells it from others of the same name
     */
    record Option(String value, String shown, @Nullable String beside) {}

    @GetMapping("/choose/places")
    String places(@RequestParam(defaultValue = "") String q, @ModelAttribute("say") Say say, Model model) {
        return options(q, reference.places(null, deadlines.day(clock.instant())), model, place -> place(place, say));
    }

    @GetMapping("/choose/units")
    String units(@RequestParam(defaultValue = "") String q, @ModelAttribute("say") Say say, Model model) {
        return options(
                q,
                reference.units(null, deadlines.day(clock.instant())),
                model,
                unit -> option(unit, say.place(unit.place())));
    }

    @GetMapping("/choose/categories")
    String categories(@RequestParam(defaultValue = "") String q, @ModelAttribute("say") Say say, Model model) {
        return options(
                q,
                reference.categories(null, deadlines.day(clock.instant())),
                model,
                category -> option(category, above(category, say)));
    }

    @GetMapping("/choose/officers")
    String officers(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String within,
            @ModelAttribute("say") Say say,
            Model model) {
        return options(
                q,
                reference.officers(within, deadlines.day(clock.instant())),
                model,
                officer -> option(officer, officer(officer, say)));
    }

    @GetMapping("/choose/cases")
    String cases(@RequestParam(defaultValue = "") String q, @ModelAttribute("say") Say say, Model model) {
        model.addAttribute("options", cases.like(q, SignedIn.now().actor(), MOST, say));
        return OPTIONS;
    }

    private static <E extends Entry<E>> String options(
            String words, List<E> all, Model model, Function<E, Option> option) {
        var asked = words.strip();
        model.addAttribute(
                "options",
                all.stream()
                        .filter(entry ->
                                asked.isEmpty() || Pinyin.rank(entry.key(), entry.name(), asked) < Pinyin.NO_MATCH)
                        .sorted(Comparator.comparingInt(
                                entry -> asked.isEmpty() ? 0 : Pinyin.rank(entry.key(), entry.name(), asked)))
                        .limit(MOST)
                        .map(option)
                        .toList());
        return OPTIONS;
    }

    private static Option option(Entry<?> entry, @Nullable String beside) {
        return new Option(entry.key(), entry.name(), beside);
    }

    private static Option place(Place place, Say say) {
        return new Option(place.code(), String.valueOf(say.place(place.code())), place.code());
    }

    private static @Nullable String above(Category category, Say say) {
        return category.parent() == null ? null : say.category(category.parent());
    }

    private static @Nullable String officer(Officer officer, Say say) {
        return officer.head() ? say.unit(officer.unit()) + " · " + say.word("choose.head") : say.unit(officer.unit());
    }
}
