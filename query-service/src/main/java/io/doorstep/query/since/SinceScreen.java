package io.doorstep.query.since;

import io.doorstep.query.freeze.Side;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The same as sentences under the list, the figures or the head of the case. */
@Screen
class SinceScreen {

    private static final Set<String> OF_THE_SCREEN = Set.of("sort", "size", "cursor", "compare");

    private final SincePage since;
    private final ZoneId zone;

    SinceScreen(SincePage since, ZoneId officeZone) {
        this.since = since;
        this.zone = officeZone;
    }

    @GetMapping("/since/{list:problems|assignments|closeouts|figures}")
    String list(
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Model model) {
        var asked = ScreenRequest.read(request, say.today(), zone);
        OF_THE_SCREEN.forEach(asked::remove);
        var found = since.list(list, asked);
        model.addAttribute("since", found);
        model.addAttribute("sentences", sentences(found, say));
        return "since/list";
    }

    @GetMapping("/since/cases/{id}")
    String ofCase(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Model model) {
        model.addAttribute(
                "facts",
                since.ofCase(id, ScreenRequest.read(request, say.today(), zone)).items());
        return "since/case";
    }

    /** 现在多出 5 条：登记（补录）3、登记 2. One sentence for each direction. */
    private static List<String> sentences(Since found, Say say) {
        var said = new LinkedHashMap<List<@Nullable String>, List<Since.Group>>();
        for (var group : found.groups()) {
            var kind = Arrays.asList(group.direction().name(), group.before(), group.after());
            said.computeIfAbsent(kind, one -> new ArrayList<>()).add(group);
        }
        return said.values().stream().map(groups -> sentence(groups, say)).toList();
    }

    private static String sentence(List<Since.Group> groups, Say say) {
        var first = groups.get(0);
        var all = groups.stream().mapToLong(Since.Group::count).sum();
        var why = String.join(
                say.word("say.comma"),
                groups.stream()
                        .map(group -> say.word(
                                group.late() ? "since.late" : "since.later",
                                why(group.fact(), say),
                                say.number(group.count())))
                        .toList());
        var number = say.number(all);
        if (first.direction() == Since.Direction.MOVED) {
            return say.word("since.MOVED", part(first.before(), say), part(first.after(), say), number, why);
        }
        var part = first.direction() == Since.Direction.ENTERED ? first.after() : first.before();
        return Side.LISTED.equals(part)
                ? say.word("since." + first.direction(), number, why)
                : say.word("since." + first.direction() + ".part", part(part, say), number, why);
    }

    private static String why(@Nullable String fact, Say say) {
        return fact == null ? say.word("since.unknown") : String.valueOf(say.fact(fact));
    }

    private static String part(@Nullable String part, Say say) {
        return say.word("part." + Objects.requireNonNull(part));
    }
}
