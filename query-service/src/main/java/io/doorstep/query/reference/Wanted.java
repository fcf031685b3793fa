package io.doorstep.query.reference;

import io.doorstep.reference.Entry;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** 查询条件。 What a reader asks for; what cannot be understood is named, never ignored. */
final class Wanted {

    private final MultiValueMap<String, String> parameters;
    private final LocalDate on;

    private Wanted(MultiValueMap<String, String> parameters, LocalDate on) {
        this.parameters = parameters;
        this.on = on;
    }

    /** @param others parameters besides {@code q} and {@code on} */
    static Wanted of(MultiValueMap<String, String> parameters, Today today, String... others) {
        var known = new TreeSet<>(List.of("q", "on"));
        known.addAll(Arrays.asList(others));
        List<FieldProblem> problems = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", known))));
        var on = today.date();
        try {
            var stated = text(parameters, "on");
            on = stated == null ? on : Times.day(stated);
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of("on", "NOT_A_DATE"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return new Wanted(parameters, on);
    }

    private static @Nullable String text(MultiValueMap<String, String> parameters, String name) {
        var text = parameters.getFirst(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    LocalDate on() {
        return on;
    }

    @Nullable
    String one(String name) {
        return text(parameters, name);
    }

    @Nullable
    PlaceLevel placeLevel() {
        var name = one("level");
        if (name == null) {
            return null;
        }
        return Arrays.stream(PlaceLevel.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.unknownConstant("level", PlaceLevel.class)));
    }

    @Nullable
    Integer categoryLevel() {
        var level = one("level");
        if (level != null && !level.matches("[123]")) {
            throw new Malformed(FieldProblem.of("level", "UNKNOWN_CONSTANT", "1, 2, 3"));
        }
        return level == null ? null : Integer.valueOf(level);
    }

    /** Whether the key or the name holds the words looked for. */
    boolean names(Entry<?> entry) {
        var words = one("q");
        return words == null || holds(entry.key(), words) || holds(entry.name(), words);
    }

    private static boolean holds(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
