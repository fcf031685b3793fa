package io.doorstep.query.accesslog;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 查阅记录的筛选。 What is asked of the access log.
 *
 * @param found number or id of a case
 * @param from the first moment that counts
 * @param to the first moment that no longer counts
 * @param before goes on behind that entry
 */
record AccessFilter(
        @Nullable String found,
        @Nullable String who,
        @Nullable String what,
        @Nullable String purpose,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int size) {

    static final List<String> WHAT = List.of("PETITIONERS", "TEXTS", "FILES", "UNMASK", "ERASURE", "ACCESS_LOG");

    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of("case", "who", "what", "purpose", "from", "to", "before", "size"));
    private static final int MOST = 500;

    static AccessFilter read(MultiValueMap<String, String> request, ZoneId zone) {
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        var what = text(request, "what");
        if (what != null && !WHAT.contains(what)) {
            problems.add(FieldProblem.of("what", "UNKNOWN_CONSTANT", String.join(", ", WHAT)));
        }
        var from = day(request, "from", problems);
        var to = day(request, "to", problems);
        var before = number(request, "before", problems);
        var size = number(request, "size", problems);
        if (size != null && (size < 1 || size > MOST)) {
            problems.add(FieldProblem.of("size", "OUT_OF_RANGE", 1, MOST));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return new AccessFilter(
                text(request, "case"),
                text(request, "who"),
                what,
                text(request, "purpose"),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                before,
                size == null ? 50 : size.intValue());
    }

    /** The same, all of it, for a file. */
    AccessFilter whole() {
        return new AccessFilter(found, who, what, purpose, from, to, null, Integer.MAX_VALUE);
    }

    private static @Nullable String text(MultiValueMap<String, String> request, String name) {
        var text = request.getFirst(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(
            MultiValueMap<String, String> request, String name, List<FieldProblem> problems) {
        var text = text(request, name);
        try {
            return text == null ? null : Times.day(text);
        } catch (DateTimeException wrong) {
            problems.add(FieldProblem.of(name, "NOT_A_DATE"));
            return null;
        }
    }

    private static @Nullable Long number(
            MultiValueMap<String, String> request, String name, List<FieldProblem> problems) {
        var text = text(request, name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException wrong) {
            problems.add(FieldProblem.of(name, "NOT_A_NUMBER"));
            return null;
        }
    }
}
