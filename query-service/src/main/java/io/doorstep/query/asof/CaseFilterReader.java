package io.doorstep.query.asof;

import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Light;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** 读筛选条件。 Reads the filter of a GET request and names everything that is wrong with it at once. */
public final class CaseFilterReader {

    /** Parameters that have one value: of two, one would be asked for and another checked. */
    private static final Set<String> ONCE = Set.of(
            "at",
            "knownAt",
            "place",
            "unit",
            "officer",
            "category",
            "q",
            "from",
            "to",
            "sort",
            "size",
            "cursor",
            "by",
            "figure",
            "part",
            "key",
            "reason");

    private final ReferenceData reference;
    private final ZoneId zone;

    public CaseFilterReader(ReferenceData reference, ZoneId zone) {
        this.reference = reference;
        this.zone = zone;
    }

    /**
     * The filter of a request; a misspelt parameter is an error, because it would silently answer for everything.
     *
     * @param on day on which a place has to be known
     * @param others the parameters that the page knows besides those of the filter
     * @throws Malformed with one entry for each parameter that is wrong
     */
    public CaseFilter read(MultiValueMap<String, String> request, LocalDate on, Set<String> others) {
        var problems = new ArrayList<FieldProblem>();
        var known = new TreeSet<>(others);
        known.addAll(CaseFilter.PARAMETERS);
        request.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", known))));
        ONCE.stream()
                .filter(name -> values(request, name).distinct().count() > 1)
                .forEach(name -> problems.add(FieldProblem.of(name, "GIVEN_TWICE")));
        var filter = new CaseFilter(
                place(one(request, "place"), on, problems),
                one(request, "unit"),
                one(request, "officer"),
                constants(request, "kind", CaseKind.class, problems),
                one(request, "category"),
                constants(request, "channel", Channel.class, problems),
                constants(request, "status", CaseStatus.class, problems),
                constants(request, "light", Light.class, problems),
                one(request, "q"),
                moment(request, "from", problems),
                moment(request, "to", problems));
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return filter;
    }

    private @Nullable String place(@Nullable String code, LocalDate on, List<FieldProblem> problems) {
        if (code != null && !reference.isEmpty() && reference.place(code, on).isEmpty()) {
            problems.add(FieldProblem.of("place", "UNKNOWN_PLACE"));
        }
        return code;
    }

    private @Nullable Instant moment(MultiValueMap<String, String> request, String name, List<FieldProblem> problems) {
        var text = one(request, name);
        if (text == null) {
            return null;
        }
        try {
            // a day begins at its local midnight
            return text.length() == 10 ? Times.day(text).atStartOfDay(zone).toInstant() : Times.moment(text);
        } catch (DateTimeException wrong) {
            problems.add(FieldProblem.of(name, "NOT_A_DATE"));
            return null;
        }
    }

    private static <E extends Enum<E>> List<String> constants(
            MultiValueMap<String, String> request, String name, Class<E> type, List<FieldProblem> problems) {
        var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        var asked = values(request, name)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (!known.containsAll(asked)) {
            problems.add(FieldProblem.unknownConstant(name, type));
        }
        return asked;
    }

    private static @Nullable String one(MultiValueMap<String, String> request, String name) {
        var value = request.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Stream<String> values(MultiValueMap<String, String> request, String name) {
        return request.getOrDefault(name, List.of()).stream().map(String::strip).filter(value -> !value.isEmpty());
    }
}
