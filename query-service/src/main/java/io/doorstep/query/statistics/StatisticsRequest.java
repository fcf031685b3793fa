package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.asof.Moment;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** 统计请求。 Reads what figures a GET asks for. */
@Component
final class StatisticsRequest {

    private static final Set<String> OTHERS =
            Set.of("at", "knownAt", "by", "figure", "part", "key", "size", "cursor", "reason", "definitions");

    private final CaseFilterReader filters;
    private final Deadlines deadlines;
    private final DefinitionBook book;
    private final Clock clock;

    StatisticsRequest(CaseFilterReader filters, Deadlines deadlines, DefinitionBook book, Clock clock) {
        this.filters = filters;
        this.deadlines = deadlines;
        this.book = book;
        this.clock = clock;
    }

    Question read(Actor viewer, MultiValueMap<String, String> request) {
        return read(viewer, request, clock.instant());
    }

    /** As if asked at another moment: a second page belongs to the first. */
    Question read(Actor viewer, MultiValueMap<String, String> request, Instant now) {
        var moment = Moment.parse(request.getFirst("at"), request.getFirst("knownAt"), now);
        var scope = filters.read(request, deadlines.day(moment.now()), OTHERS);
        if (scope.from() != null && scope.to() != null && !scope.from().isBefore(scope.to())) {
            throw new Malformed(FieldProblem.of("to", "NOT_AFTER_FROM"));
        }
        var window = new Window(scope.from(), scope.to(), moment.now(), deadlines);
        var version = request.getFirst("definitions");
        var counted = version == null || version.isBlank()
                ? book.inForce(window)
                : window.by(book.version("definitions", version));
        return new Question(viewer, moment, counted, scope, dimension(request.getFirst("by")));
    }

    /** A figure, or the time taken. */
    Subject subject(@Nullable String name) {
        return Subject.TIME.equals(name) ? Subject.ofTime() : Subject.of(figure(name));
    }

    Figure figure(@Nullable String name) {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of(
                        "figure",
                        "UNKNOWN_CONSTANT",
                        String.join(
                                ", ",
                                Arrays.stream(Figure.values()).map(Figure::key).toList()))));
    }

    private static @Nullable Dimension dimension(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(Dimension.values())
                .filter(one -> one.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of("by", "UNKNOWN_CONSTANT", known())));
    }

    private static String known() {
        return String.join(
                ", ",
                Arrays.stream(Dimension.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
