package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.ListChoices;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.query.layout.ScreenRequest;
import io.doorstep.reference.ReferenceData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Each legal duty as a page: all of them, one of them by unit or month, and the way from each number to its cases. */
@Screen
class ComplianceScreen {

    private final Compliance compliance;
    private final CompliancePage page;
    private final ComplianceCasesPage cases;
    private final ComplianceRequest requests;
    private final RowNames names;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final ZoneId zone;

    ComplianceScreen(
            Compliance compliance,
            CompliancePage page,
            ComplianceCasesPage cases,
            ComplianceRequest requests,
            RowNames names,
            ReferenceData reference,
            Deadlines deadlines,
            ZoneId officeZone) {
        this.compliance = compliance;
        this.page = page;
        this.cases = cases;
        this.requests = requests;
        this.names = names;
        this.reference = reference;
        this.deadlines = deadlines;
        this.zone = officeZone;
    }

    @GetMapping("/compliance")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = asked(request, say.today());
        var exact = ScreenRequest.read(asked, say.today(), zone);
        var address = new ComplianceAddress(asked);
        var question = requests.read(SignedIn.now().actor(), exact);
        var answer = compliance.ask(question);
        names.give(answer, question, locale);
        model.addAttribute("address", address);
        model.addAttribute("xlsx", address.file("xlsx", exact));
        model.addAttribute("csv", address.file("csv", exact));
        model.addAttribute(
                "choices", ListChoices.on(deadlines.day(question.moment().now()), reference));
        model.addAttribute("dimensions", ComplianceRequest.DIMENSIONS);
        model.addAttribute("verdicts", ComplianceRequest.VERDICTS);
        model.addAttribute("duties", page.duties(answer.sources(), locale));
        model.addAttribute("duty", ComplianceRequest.duty(address.one("duty")).key());
        model.addAttribute("by", address.one("by"));
        model.addAttribute("window", question.window());
        model.addAttribute("moment", question.moment());
        model.addAttribute("total", answer.total());
        model.addAttribute("rows", answer.rows());
        return "statistics/compliance";
    }

    @GetMapping("/compliance/cases")
    String cases(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            @ModelAttribute("say") Say say,
            Locale locale,
            Model model) {
        var asked = ListAddress.withoutBlanks(request);
        var exact = ScreenRequest.read(asked, say.today(), zone);
        var address = new ComplianceAddress(asked);
        model.addAttribute("page", cases.cases(exact));
        var question = requests.read(SignedIn.now().actor(), exact);
        var by = question.by();
        var key = address.one("key");
        model.addAttribute("address", address);
        model.addAttribute("duty", ComplianceRequest.duty(address.one("duty")).key());
        model.addAttribute("verdict", ComplianceRequest.verdict(address.one("verdict")));
        model.addAttribute("row", by == null || key == null ? null : names.name(by, key, say.today(), locale));
        model.addAttribute("window", question.window());
        model.addAttribute("moment", question.moment());
        return part == null ? "statistics/compliance-cases" : "statistics/compliance-cases :: more";
    }

    /** What was sent, and what goes without saying: what fell due this year up to today, by unit, the handling. */
    private static MultiValueMap<String, String> asked(MultiValueMap<String, String> sent, LocalDate today) {
        var asked = new LinkedMultiValueMap<>(ListAddress.withoutBlanks(sent));
        if (!asked.containsKey("from") && !asked.containsKey("to")) {
            asked.set("from", today.withDayOfYear(1).toString());
            asked.set("to", today.plusDays(1).toString());
        }
        asked.computeIfAbsent("by", name -> List.of(Dimension.UNIT.key()));
        asked.computeIfAbsent("duty", name -> List.of(LegalDuty.HANDLING.key()));
        return asked;
    }
}
