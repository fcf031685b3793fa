package io.doorstep.query.report;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.LinkKind;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pairs that may be the same matter: as a work list, and of one case as a part of its page. */
@Screen
class RepeatsScreen {

    private final RepeatCandidates candidates;
    private final RepeatsPage page;
    private final Cases cases;
    private final Clock clock;

    RepeatsScreen(RepeatCandidates candidates, RepeatsPage page, Cases cases, Clock clock) {
        this.candidates = candidates;
        this.page = page;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What a person decided about this case and another.
     *
     * @param other null when the reader may not know of it
     */
    record Decided(String otherCaseId, String link, RepeatPair.@Nullable Side other) {}

    @GetMapping("/repeats")
    String list(Model model) {
        model.addAttribute("pairs", page.repeats().items());
        model.addAttribute("most", RepeatsPage.MOST);
        return "report/repeats";
    }

    @GetMapping("/cases/{id}/repeats")
    String ofACase(@PathVariable String id, Model model) {
        var reader = RepeatsPage.onlyWhoDecides();
        var found = cases.find(reader, id, Moment.present(clock.instant())).orElseThrow(Named::notFound);
        model.addAttribute("caseId", id);
        model.addAttribute("pairs", candidates.of(reader, found));
        model.addAttribute("decided", decided(found, reader));
        return "report/case-repeats";
    }

    private List<Decided> decided(CaseAsOf found, Actor reader) {
        return found.links().stream()
                .filter(link -> !link.link().equals(LinkKind.RELATED_TO.name()))
                .map(link -> new Decided(
                        link.otherCaseId(),
                        link.link(),
                        cases.find(reader, link.otherCaseId(), Moment.present(clock.instant()))
                                .map(RepeatPair.Side::of)
                                .orElse(null)))
                .toList();
    }
}
