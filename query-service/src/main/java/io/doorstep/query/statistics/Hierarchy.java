package io.doorstep.query.statistics;

import io.doorstep.reference.Paths;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 上下级。 For a code, all codes above it and its own; asked thousands of times for one answer, so it remembers. */
final class Hierarchy {

    private final Paths paths;
    private final LocalDate on;
    private final Map<String, List<String>> places = new HashMap<>();
    private final Map<String, List<String>> units = new HashMap<>();
    private final Map<String, List<String>> categories = new HashMap<>();

    Hierarchy(Paths paths, LocalDate on) {
        this.paths = paths;
        this.on = on;
    }

    List<String> place(String code) {
        return places.computeIfAbsent(code, one -> codes(paths.place(one, on)));
    }

    /** Empty when no unit answers. */
    List<String> unit(@Nullable String id) {
        return id == null ? List.of() : units.computeIfAbsent(id, one -> codes(paths.unit(one, on)));
    }

    List<String> category(String code) {
        return categories.computeIfAbsent(code, one -> codes(paths.category(one, on)));
    }

    /** The codes of a path such as {@code /430525/430525100/}. */
    private static List<String> codes(String path) {
        return Arrays.stream(path.split("/")).filter(code -> !code.isEmpty()).toList();
    }
}
