package io.doorstep.query.statistics;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.CaseFilter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 依法履职接口。 What became of each legal duty, as JSON. */
@RestController
class CompliancePage {

    private final Compliance compliance;
    private final ComplianceRequest requests;
    private final RowNames names;

    CompliancePage(Compliance compliance, ComplianceRequest requests, RowNames names) {
        this.compliance = compliance;
        this.requests = requests;
        this.names = names;
    }

    /** @param sources the articles, or whatever else the rules name */
    record Duty(String duty, String name, Set<String> sources) {}

    /** @param at the legal moment as of which it counts */
    record Duties(
            String definitions,
            @Nullable String by,
            CaseFilter scope,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant at,
            @Nullable Instant knownAt,
            List<Duty> duties,
            ComplianceRow total,
            List<ComplianceRow> rows) {}

    @GetMapping("/api/compliance")
    Duties duties(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var question = requests.read(SignedIn.now().actor(), request);
        var answer = compliance.ask(question);
        names.give(answer, question, locale);
        var by = question.by();
        return new Duties(
                ShippedDefinitions.NEWEST.version(),
                by == null ? null : by.key(),
                question.scope(),
                question.window().from(),
                question.window().to(),
                question.window().at(),
                question.moment().knownAt(),
                duties(answer.sources(), locale),
                answer.total(),
                answer.rows());
    }

    /** The duties with what they rest on, in words. */
    List<Duty> duties(Map<LegalDuty, Set<String>> sources, Locale locale) {
        return Arrays.stream(LegalDuty.values())
                .map(duty -> new Duty(
                        duty.key(),
                        names.duty(duty, locale),
                        names.sources(Objects.requireNonNull(sources.get(duty)), locale)))
                .toList();
    }
}
