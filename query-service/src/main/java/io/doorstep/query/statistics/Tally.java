package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 计数。 Numerator, denominator and exclusions of one figure in one row. */
final class Tally {

    private long numerator;
    private long denominator;
    private final Map<String, Long> excluded = new TreeMap<>();
    private boolean suppressed;
    private long least;

    void add(Counted counted) {
        switch (counted.part()) {
            case NUMERATOR -> {
                numerator++;
                denominator++;
            }
            case DENOMINATOR -> denominator++;
            case EXCLUDED -> excluded.merge(String.valueOf(counted.reason()), 1L, Long::sum);
        }
    }

    /** What counts on either side here and in none of the parts. */
    Tally without(List<Tally> parts) {
        var rest = new Tally();
        rest.numerator = numerator - parts.stream().mapToLong(Tally::numerator).sum();
        rest.denominator =
                denominator - parts.stream().mapToLong(Tally::denominator).sum();
        return rest;
    }

    /** Forgets all numbers: they are about so few that everybody would know who they are. */
    void suppress(long fewerThan) {
        suppressed = true;
        least = fewerThan;
        numerator = 0;
        denominator = 0;
        excluded.clear();
    }

    /** Whether the numbers are hidden; then there are none. */
    @JsonProperty
    boolean suppressed() {
        return suppressed;
    }

    /** Why they are hidden; null when they are not. */
    @JsonProperty
    @Nullable
    String why() {
        return suppressed ? FewRatings.why(least) : null;
    }

    /** Whether nothing counts on either side. */
    boolean isEmpty() {
        return denominator == 0;
    }

    @JsonProperty("numerator")
    @Nullable
    Long toldNumerator() {
        return suppressed ? null : numerator;
    }

    @JsonProperty("denominator")
    @Nullable
    Long toldDenominator() {
        return suppressed ? null : denominator;
    }

    long numerator() {
        return numerator;
    }

    long denominator() {
        return denominator;
    }

    /** Reason to count. */
    @JsonProperty
    Map<String, Long> excluded() {
        return excluded;
    }

    /** Per cent; null for an empty denominator. */
    @JsonProperty
    @Nullable
    BigDecimal rate() {
        return Rate.of(numerator, denominator);
    }

    /** The rate as people read it, a dash for an empty denominator. */
    @JsonProperty
    String shown() {
        return suppressed ? PublishedTable.Cell.HIDDEN : Rate.shown(numerator, denominator);
    }
}
