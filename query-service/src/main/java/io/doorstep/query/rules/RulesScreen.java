package io.doorstep.query.rules;

import io.doorstep.policy.DeadlineClock;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.VisitType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules as a page. */
@Screen
class RulesScreen {

    private final RulesPage rules;

    RulesScreen(RulesPage rules) {
        this.rules = rules;
    }

    @GetMapping("/rules")
    String page(@RequestParam(required = false) @Nullable String version, Model model) {
        var all = rules.rules();
        model.addAttribute("rules", all);
        model.addAttribute("shown", rules.version(version == null || version.isBlank() ? all.inForce() : version));
        model.addAttribute("clocks", List.of(DeadlineClock.values()));
        model.addAttribute("visitTypes", List.of(VisitType.values()));
        return "rules/rules";
    }

    @GetMapping("/rules/what-if")
    String whatIf(@RequestParam String version, Model model) {
        model.addAttribute("outcome", rules.whatIf(version));
        return "rules/what-if";
    }
}
