package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 履职请求。 Reads what a GET asks of the compliance view: as of the figures, with a duty and a verdict besides. */
@Component
final class ComplianceRequest {

    static final List<String> DIMENSIONS = List.of(Dimension.UNIT.key(), Dimension.MONTH.key());
    static final List<String> VERDICTS = Stream.concat(
                    Arrays.stream(Verdict.values()).map(Verdict::key), Stream.of("extended"))
            .toList();
    static final List<String> DUTIES =
            Arrays.stream(LegalDuty.values()).map(LegalDuty::key).toList();

    private final StatisticsRequest requests;
    private final Clock clock;

    ComplianceRequest(StatisticsRequest requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    Question read(Actor viewer, MultiValueMap<String, String> request) {
        return read(viewer, request, clock.instant());
    }

    /** As if asked at another moment: a second page belongs to the first. */
    Question read(Actor viewer, MultiValueMap<String, String> request, Instant now) {
        var by = request.getFirst("by");
        if (by != null && !by.isBlank() && !DIMENSIONS.contains(by)) {
            throw unknown("by", DIMENSIONS);
        }
        if (request.containsKey("officer")) {
            // no person gets a list of what he was late with
            throw new Malformed(FieldProblem.of("officer", "UNKNOWN_FIELD", "place, unit, kind, category, channel"));
        }
        var others = new LinkedMultiValueMap<>(request);
        Stream.of("duty", "verdict").forEach(name -> {
            if (request.getOrDefault(name, List.of()).size() > 1) {
                throw new Malformed(FieldProblem.of(name, "GIVEN_TWICE"));
            }
            others.remove(name);
        });
        return requests.read(viewer, others, now);
    }

    static LegalDuty duty(@Nullable String name) {
        return Arrays.stream(LegalDuty.values())
                .filter(duty -> duty.key().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("duty", DUTIES));
    }

    /** The key of a verdict, or {@code extended}; null for all of them. */
    static @Nullable String verdict(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        if (!VERDICTS.contains(name)) {
            throw unknown("verdict", VERDICTS);
        }
        return name;
    }

    private static Malformed unknown(String field, List<String> known) {
        return new Malformed(
                FieldProblem.of(field, "UNKNOWN_CONSTANT", known.stream().collect(Collectors.joining(", "))));
    }
}
