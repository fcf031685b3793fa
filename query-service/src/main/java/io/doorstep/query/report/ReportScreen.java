package io.doorstep.query.report;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Frame;
import io.doorstep.query.layout.ListChoices;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitType;
import io.doorstep.web.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

@Screen
class ReportScreen {

    private final SimilarCases similar;
    private final ReferenceData reference;

    ReportScreen(SimilarCases similar, ReferenceData reference) {
        this.similar = similar;
        this.reference = reference;
    }

    @GetMapping("/cases/new")
    String form(@ModelAttribute("frame") Frame frame, @ModelAttribute("say") Say say, Model model) {
        onlyWhoReports(frame);
        model.addAttribute("choices", ListChoices.on(say.today(), reference));
        model.addAttribute("outcomes", outcomes());
        model.addAttribute("stances", Say.names(Stance.class));
        model.addAttribute("visitTypes", Say.names(VisitType.class));
        return "report/report";
    }

    @GetMapping("/cases/new/similar")
    String similar(@RequestHeader(LookFor.HEADER) String wanted, @ModelAttribute("frame") Frame frame, Model model) {
        onlyWhoReports(frame);
        model.addAttribute(
                "similar", similar.to(LookFor.parse(wanted), SignedIn.now().actor()));
        return "report/similar";
    }

    /** 办理结果。 With the kinds of matter that can end so, for the form to offer no other. */
    record Outcome(String name, String kinds) {}

    private static List<Outcome> outcomes() {
        return Arrays.stream(ResolutionOutcome.values())
                .map(one -> new Outcome(
                        one.name(),
                        Arrays.stream(CaseKind.values())
                                .filter(one::fits)
                                .map(CaseKind::name)
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static void onlyWhoReports(Frame frame) {
        if (!frame.reports()) {
            throw Named.roleMayNot();
        }
    }
}
