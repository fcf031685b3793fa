package io.doorstep.query.statistics;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 口径版本。 What each figure counts, under a name that is never used twice.
 *
 * @param validFrom first legal day on which this version is in force
 * @param replaces the version that holds no more since there is this one; null for none
 * @param source what the version rests on, for the reader
 * @param hash of the very text it was read from, SHA-256 in hexadecimal digits
 */
record Definitions(
        String version,
        LocalDate validFrom,
        @Nullable String replaces,
        String source,
        Map<Figure, FigureRule> rules,
        String hash) {

    Definitions {
        rules = Collections.unmodifiableMap(new EnumMap<>(rules));
    }

    /** The figures that this version knows, in their order. */
    List<Figure> figures() {
        return List.copyOf(rules.keySet());
    }

    boolean knows(Figure figure) {
        return rules.containsKey(figure);
    }

    /** Throws when this version does not know the figure: ask {@link #knows} before, or {@link #require}. */
    FigureRule rule(Figure figure) {
        return Objects.requireNonNull(rules.get(figure), () -> version + " does not know " + figure.key());
    }

    /** Refuses a figure that this version does not know. */
    void require(Figure figure) {
        if (!knows(figure)) {
            throw new Malformed(FieldProblem.of(
                    "figure",
                    "UNKNOWN_CONSTANT",
                    rules.keySet().stream().map(Figure::key).collect(Collectors.joining(", "))));
        }
    }

    /** The same with another rule for one figure, as nobody ever put it in force; to see what a single rule does. */
    Definitions with(Figure figure, FigureRule rule) {
        var other = new EnumMap<Figure, FigureRule>(Figure.class);
        other.putAll(rules);
        other.put(figure, rule);
        return new Definitions(version, validFrom, replaces, source, other, hash);
    }
}
