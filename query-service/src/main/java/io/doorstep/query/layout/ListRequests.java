package io.doorstep.query.layout;

import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.asof.Moment;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** 读清单请求。 Reads what is asked of a list and names everything that is wrong with it at once. */
public final class ListRequests {

    private static final int DEFAULT_SIZE = 50;
    private static final int MOST = 200;

    private final CaseFilterReader filters;
    private final Deadlines deadlines;
    private final Clock clock;

    public ListRequests(CaseFilterReader filters, Deadlines deadlines, Clock clock) {
        this.filters = filters;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * One page of a list.
     *
     * @param name of the list, so that a cursor of one is none of another
     * @param sorts the columns it can be sorted by; the first is the default
     * @param others parameters that only this list knows; it reads them itself
     */
    public ListQuestion page(MultiValueMap<String, String> request, String name, List<Sort> sorts, Set<String> others) {
        return read(request, name, sorts, others, true).countedUpTo(Paged.CHEAP);
    }

    /** All of a list, for a file. */
    public ListQuestion whole(
            MultiValueMap<String, String> request, String name, List<Sort> sorts, Set<String> others) {
        return read(request, name, sorts, others, false);
    }

    /** Constants of a parameter that only one list knows, repeated or with commas between them. */
    public static <E extends Enum<E>> List<String> constants(
            MultiValueMap<String, String> request, String name, Class<E> type) {
        var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        var asked = request.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (!known.containsAll(asked)) {
            throw new Malformed(FieldProblem.unknownConstant(name, type));
        }
        return asked;
    }

    private ListQuestion read(
            MultiValueMap<String, String> request, String name, List<Sort> sorts, Set<String> others, boolean inPages) {
        var now = clock.instant();
        var known = new HashSet<>(others);
        known.addAll(Set.of("at", "knownAt", "sort"));
        if (inPages) {
            known.addAll(Set.of("size", "cursor"));
        }
        var problems = new ArrayList<FieldProblem>();
        var moment = attempt(
                () -> Moment.parse(request.getFirst("at"), request.getFirst("knownAt"), now),
                Moment.present(now),
                problems);
        var filter = attempt(() -> filters.read(request, deadlines.day(moment.now()), known), CaseFilter.ALL, problems);
        var sort = attempt(() -> sort(request.getFirst("sort"), sorts), sorts.get(0), problems);
        var size = inPages ? attempt(() -> size(request.getFirst("size")), DEFAULT_SIZE, problems) : DEFAULT_SIZE;
        var list = digest(request, name);
        var after = cursor(inPages ? request.getFirst("cursor") : null, list, sort, problems);
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return new ListQuestion(
                filter, after == null ? moment : after.moment(), sort, size, list, after, Long.MAX_VALUE);
    }

    private static @Nullable Cursor cursor(@Nullable String text, String list, Sort sort, List<FieldProblem> problems) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Cursor.parse(text, list, sort);
        } catch (Malformed wrong) {
            problems.addAll(wrong.problems());
            return null;
        }
    }

    private static <T> T attempt(Supplier<T> reading, T otherwise, List<FieldProblem> problems) {
        try {
            return reading.get();
        } catch (Malformed wrong) {
            problems.addAll(wrong.problems());
            return otherwise;
        }
    }

    private static Sort sort(@Nullable String text, List<Sort> sorts) {
        if (text == null || text.isBlank()) {
            return sorts.get(0);
        }
        var name = text.startsWith("-") ? text.substring(1) : text;
        var sort = sorts.stream().filter(one -> one.name().equals(name)).findFirst();
        if (sort.isEmpty()) {
            var names = sorts.stream().map(Sort::name).toList();
            throw new Malformed(FieldProblem.of("sort", "UNKNOWN_CONSTANT", String.join(", ", names)));
        }
        return sort.get().descending() == text.startsWith("-")
                ? sort.get()
                : sort.get().turned();
    }

    private static int size(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_SIZE;
        }
        try {
            var size = Integer.parseInt(text.strip());
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            throw new Malformed(FieldProblem.of("size", "NOT_A_NUMBER"));
        }
        throw new Malformed(FieldProblem.of("size", "OUT_OF_RANGE", 1, MOST));
    }

    private static String digest(MultiValueMap<String, String> request, String name) {
        var asked = new TreeMap<>(request);
        asked.keySet().removeAll(Set.of("size", "cursor"));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((name + asked).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
