package io.doorstep.query.print;

import io.doorstep.identity.SignedIn;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 三张清单月报。 The month's report as PDF. */
@RestController
class MonthPrintPage {

    static final String ADDRESS = "/print/month.pdf";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("month", "place", "unit", "knownAt"));

    private final MonthReport report;
    private final CaseFilterReader filters;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Press press;
    private final Clock clock;
    private final ZoneId zone;

    MonthPrintPage(
            MonthReport report,
            CaseFilterReader filters,
            ReferenceData reference,
            Deadlines deadlines,
            MessageSource messages,
            Press press,
            Clock clock,
            ZoneId officeZone) {
        this.report = report;
        this.filters = filters;
        this.reference = reference;
        this.deadlines = deadlines;
        this.messages = messages;
        this.press = press;
        this.clock = clock;
        this.zone = officeZone;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> month(@RequestParam MultiValueMap<String, String> request, Locale locale) {
        var now = clock.instant();
        var asked = read(request, now);
        var say = new Say(
                messages, locale, reference, zone, deadlines.day(asked.moment().now()));
        var month = report.of(asked, say, locale);
        var printed = say.word(
                "print.printed",
                String.valueOf(say.moment(now)),
                String.valueOf(say.officer(asked.viewer().id())));
        var pdf = press.print("month", locale, Map.of("month", month, "title", month.title(), "printed", printed));
        return Paper.of(pdf, "month-" + asked.month(), month.title());
    }

    private MonthQuestion read(MultiValueMap<String, String> request, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        var month = month(request.getFirst("month"), now, problems);
        var scope = new LinkedMultiValueMap<String, String>();
        for (var name : List.of("place", "unit")) {
            scope.addIfAbsent(name, Objects.requireNonNullElse(request.getFirst(name), ""));
        }
        var moment = Moment.present(now);
        try {
            moment = Moment.parse(null, request.getFirst("knownAt"), now);
            var filter = filters.read(scope, deadlines.day(now), Set.of());
            if (problems.isEmpty() && month != null) {
                return MonthQuestion.of(
                        SignedIn.now().actor(), month, filter.place(), filter.unit(), moment.knownAt(), now, zone);
            }
        } catch (Malformed wrong) {
            problems.addAll(wrong.problems());
        }
        throw new Malformed(problems);
    }

    /** A month that has begun; null when it is wrong. */
    private @Nullable YearMonth month(@Nullable String text, Instant now, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(FieldProblem.of("month", "REQUIRED"));
            return null;
        }
        try {
            var month = YearMonth.parse(text.strip());
            if (!month.isAfter(YearMonth.from(now.atZone(zone))) && month.getYear() >= 1949) {
                return month;
            }
            problems.add(FieldProblem.of("month", "NOT_A_PAST_MONTH"));
        } catch (DateTimeException wrong) {
            problems.add(FieldProblem.of("month", "NOT_A_MONTH"));
        }
        return null;
    }
}
