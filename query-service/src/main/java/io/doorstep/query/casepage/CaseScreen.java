package io.doorstep.query.casepage;

import io.doorstep.erasure.Erasures;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.layout.CaseRequest;
import io.doorstep.query.layout.Frame;
import io.doorstep.query.layout.ListChoices;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.ResolutionOutcome;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class CaseScreen {

    private final CaseFiles files;
    private final SameMatter sameMatter;
    private final Erasures erasures;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;

    CaseScreen(
            CaseFiles files,
            SameMatter sameMatter,
            Erasures erasures,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone) {
        this.files = files;
        this.sameMatter = sameMatter;
        this.erasures = erasures;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping("/cases/{id}")
    String page(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            @ModelAttribute("frame") Frame frame,
            Locale locale,
            Model model) {
        var now = clock.instant();
        var asked = CaseRequest.read(ScreenRequest.read(request, say.today(), zone), now);
        var read = files.read(id, asked, "CASE_SCREEN", locale);
        var facts = files.facts(read);
        model.addAttribute("file", read.file());
        model.addAttribute("found", read.found());
        var repeatsAFinalOne = sameMatter.isFinal(read.present(), read.viewer());
        model.addAttribute("mergedInto", files.mergedInto(read).orElse(null));
        model.addAttribute("repeatsAFinalOne", repeatsAFinalOne);
        model.addAttribute("papers", Papers.of(facts, read.opening()));
        model.addAttribute("unmasked", read.opening().unmasked());
        model.addAttribute("readable", read.opening().texts());
        model.addAttribute("erasures", erasures.of(read.found().caseId()));
        model.addAttribute("isPresent", read.moment().isPresent());
        model.addAttribute("at", request.getFirst("at"));
        model.addAttribute("knownAt", request.getFirst("knownAt"));
        model.addAttribute("choices", ListChoices.on(say.today(), reference));
        model.addAttribute("leftOpen", new VisitSteps(read.found(), deadlines));
        model.addAttribute("outcomes", outcomes(CaseKind.valueOf(read.file().kind())));
        model.addAttribute(
                "steps",
                // where all cases are copies nobody has anything to do with them but read
                read.moment().isPresent() && frame.copies() == null
                        ? NextSteps.of(read.found(), facts, read.viewer(), deadlines, now, repeatsAFinalOne)
                        : List.of());
        return "casepage/case";
    }

    private static List<String> outcomes(CaseKind kind) {
        return Arrays.stream(ResolutionOutcome.values())
                .filter(one -> one.fits(kind))
                .map(ResolutionOutcome::name)
                .toList();
    }
}
