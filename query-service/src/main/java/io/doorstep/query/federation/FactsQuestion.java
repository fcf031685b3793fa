package io.doorstep.query.federation;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 取数请求。 What the level above asks for.
 *
 * @param from how many facts it has
 * @param most number of lines at most
 */
record FactsQuestion(long from, int most) {

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("from", "most"));
    private static final long FARTHEST = 1_000_000_000_000L;
    private static final int MOST = 1000;
    private static final int USUAL = 500;

    /** Throws {@link Malformed} with one entry for each parameter that is wrong. */
    static FactsQuestion read(MultiValueMap<String, String> request) {
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        var from = number(request.getFirst("from"), "from", 0, 0, FARTHEST, problems);
        var most = number(request.getFirst("most"), "most", USUAL, 1, MOST, problems);
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return new FactsQuestion(from, (int) most);
    }

    private static long number(
            @Nullable String text, String name, long usual, long least, long most, List<FieldProblem> problems) {
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,13}")) {
            problems.add(FieldProblem.of(name, "NOT_A_NUMBER"));
            return usual;
        }
        var number = Long.parseLong(text);
        if (number < least || number > most) {
            problems.add(FieldProblem.of(name, "OUT_OF_RANGE", least, most));
        }
        return number;
    }
}
