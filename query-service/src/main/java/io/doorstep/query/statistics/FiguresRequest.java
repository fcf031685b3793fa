package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.ScreenRequest;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 统计网页请求。 Reads what a browser asks of the figures. Officers are neither rows nor scope there: no person gets a score
 * or a rank on a page.
 */
@Component
final class FiguresRequest {

    static final List<String> DIMENSIONS = Arrays.stream(Dimension.values())
            .filter(one -> one != Dimension.OFFICER)
            .map(Dimension::key)
            .toList();

    private final StatisticsRequest requests;
    private final ZoneId zone;

    FiguresRequest(StatisticsRequest requests, ZoneId officeZone) {
        this.requests = requests;
        this.zone = officeZone;
    }

    /** What was sent, and what goes without saying: the year up to and including today, by place, the headline figure. */
    MultiValueMap<String, String> asked(MultiValueMap<String, String> sent, LocalDate today) {
        var asked = cases(sent);
        if (!asked.containsKey("from") && !asked.containsKey("to")) {
            var last = last(asked.getFirst("at"), today);
            asked.set("from", last.withDayOfYear(1).toString());
            asked.set("to", last.plusDays(1).toString());
        }
        asked.computeIfAbsent("by", name -> List.of(Dimension.PLACE.key()));
        asked.computeIfAbsent("figure", name -> List.of(Figure.RESOLUTION.key()));
        return asked;
    }

    /** The same of the cases behind a number, of which everything is said. */
    MultiValueMap<String, String> cases(MultiValueMap<String, String> sent) {
        var asked = new LinkedMultiValueMap<>(ListAddress.withoutBlanks(sent));
        if (asked.containsKey("officer")) {
            throw new Malformed(FieldProblem.of("officer", "UNKNOWN_FIELD", "place, unit, kind, category, channel"));
        }
        var by = asked.getFirst("by");
        if (by != null && !DIMENSIONS.contains(by)) {
            throw new Malformed(FieldProblem.of("by", "UNKNOWN_CONSTANT", String.join(", ", DIMENSIONS)));
        }
        return asked;
    }

    /** As the interface for programs would have it. */
    MultiValueMap<String, String> exact(MultiValueMap<String, String> asked, LocalDate today) {
        var exact = ScreenRequest.read(asked, today, zone);
        exact.remove("compare");
        return exact;
    }

    Question question(Actor viewer, MultiValueMap<String, String> exact) {
        return requests.read(viewer, exact);
    }

    Figure figure(@Nullable String name) {
        return requests.figure(name);
    }

    private static LocalDate last(@Nullable String at, LocalDate today) {
        try {
            return at == null || at.length() != 10 ? today : Times.day(at);
        } catch (DateTimeException wrong) {
            // the one who reads it in earnest says so
            return today;
        }
    }
}
