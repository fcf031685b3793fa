package io.doorstep.query.statistics;

import io.doorstep.query.layout.ListAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 统计地址。 What was asked of the figures, and the addresses that differ from it: the cases behind a number, a file.
 *
 * @param asked as the browser sent it, with what goes without saying said
 */
record FiguresAddress(MultiValueMap<String, String> asked) {

    private static final Set<String> OF_THE_CASES = Set.of("part", "key", "reason", "cursor", "size");

    public @Nullable String one(String name) {
        return asked.getFirst(name);
    }

    /** The table, told of a place or category of it. */
    public String of(String name, String value) {
        var other = copy();
        other.set(name, value);
        return built("/figures", other);
    }

    /** The same figures, on another page. */
    public String as(String address) {
        return built(address, copy());
    }

    /** What is asked for, as it stands behind the question mark. */
    public String query() {
        var built = as("");
        return built.isEmpty() ? built : built.substring(1);
    }

    /** The table that these cases stand behind. */
    public String table() {
        return built("/figures", copy());
    }

    /**
     * The cases behind a number.
     *
     * @param key empty for those of the total
     * @param reason null for all of the part
     */
    public String behind(String figure, String key, String part, @Nullable String reason) {
        return built("/figures/cases", cases(figure, key, part, reason));
    }

    /** The cases that follow. */
    public String next(String cursor) {
        return next("/figures/cases", cursor);
    }

    /**
     * How a number came about.
     *
     * @param key empty for the total
     */
    public String explain(String figure, String key) {
        return explain(figure, key, null, null);
    }

    /**
     * The same, of one side.
     *
     * @param part null for all of them
     */
    public String explain(String figure, String key, @Nullable String part, @Nullable String reason) {
        return built("/figures/explain", cases(figure, key, part, reason));
    }

    /** What follows in an explanation. */
    public String explained(String cursor) {
        return next("/figures/explain", cursor);
    }

    /** The explanation as a file, of the side that is shown. */
    String explanation(String format, MultiValueMap<String, String> exact) {
        var other = new LinkedMultiValueMap<>(exact);
        other.remove("cursor");
        other.remove("size");
        return built("/api/statistics/explain." + format, other);
    }

    private String next(String path, String cursor) {
        var other = new LinkedMultiValueMap<>(asked);
        other.set("cursor", cursor);
        return built(path, other);
    }

    /** The same months, whatever the table is broken down by. */
    public FiguresAddress byMonth() {
        var other = copy();
        other.set("by", Dimension.MONTH.key());
        return new FiguresAddress(other);
    }

    /** The same, of another window seen from another moment. */
    FiguresAddress of(Window window, ZoneId zone) {
        var other = copy();
        day(other, "from", window.from(), zone);
        day(other, "to", window.to(), zone);
        other.set("at", window.at().truncatedTo(ChronoUnit.SECONDS).toString());
        return new FiguresAddress(other);
    }

    /** As a file of the interface for programs; {@code exact} is what was asked as it wants to have it. */
    String file(String format, MultiValueMap<String, String> exact) {
        return built("/api/statistics/resolution." + format, exact);
    }

    private MultiValueMap<String, String> cases(
            String figure, String key, @Nullable String part, @Nullable String reason) {
        var other = copy();
        other.remove("compare");
        other.set("figure", figure);
        if (key.isEmpty()) {
            other.remove("by");
        } else {
            other.set("key", key);
        }
        if (part != null) {
            other.set("part", part);
        }
        if (reason != null) {
            other.set("reason", reason);
        }
        return other;
    }

    private MultiValueMap<String, String> copy() {
        var other = new LinkedMultiValueMap<>(asked);
        OF_THE_CASES.forEach(other::remove);
        return other;
    }

    private static void day(MultiValueMap<String, String> asked, String name, @Nullable Instant moment, ZoneId zone) {
        if (moment != null) {
            asked.set(name, LocalDate.ofInstant(moment, zone).toString());
        }
    }

    private static String built(String path, MultiValueMap<String, String> asked) {
        return ListAddress.built(path, asked);
    }
}
