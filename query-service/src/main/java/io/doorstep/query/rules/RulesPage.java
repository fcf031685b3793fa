package io.doorstep.query.rules;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.Policy;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 规则接口。 The versions of the rules, the calendars, and what a version would mean for what runs now. */
@RestController
class RulesPage {

    private final Policies policies;
    private final Calendars calendars;
    private final WhatIf whatIf;
    private final Deadlines deadlines;
    private final Clock clock;

    RulesPage(Policies policies, Calendars calendars, WhatIf whatIf, Deadlines deadlines, Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.whatIf = whatIf;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param inForce name of the version that holds today */
    record Rules(String inForce, List<Policy> versions, List<Calendars.Year> calendars) {}

    @GetMapping("/api/rules")
    Rules rules() {
        return new Rules(deadlines.policyAt(clock.instant()).version(), policies.all(), calendars.all());
    }

    @GetMapping("/api/rules/what-if")
    WhatIf.Outcome whatIf(@RequestParam String version) {
        return whatIf.of(version(version), SignedIn.now().actor());
    }

    /** The version of that name; refuses an unknown one. */
    Policy version(String name) {
        return policies.all().stream()
                .filter(one -> one.version().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of(
                        "version",
                        "UNKNOWN_CONSTANT",
                        policies.all().stream().map(Policy::version).collect(Collectors.joining(", ")))));
    }
}
