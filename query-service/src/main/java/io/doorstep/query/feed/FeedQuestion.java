package io.doorstep.query.feed;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 取流请求。 What a reader of the feed asks for.
 *
 * @param after a cursor, {@code latest} for what comes from now on, or null for all from the first fact
 * @param most number of facts at most
 * @param seconds how long to wait for a fact when there is none yet
 */
record FeedQuestion(@Nullable String after, int most, int seconds) {

    static final String LATEST = "latest";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("after", "most", "wait"));
    private static final int MOST = 1000;
    private static final int USUAL = 200;
    private static final int LONGEST = 30;

    /** Throws {@link Malformed} with one entry for each parameter that is wrong. */
    static FeedQuestion read(MultiValueMap<String, String> request) {
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        var after = request.getFirst("after");
        var question = new FeedQuestion(
                after == null || after.isBlank() ? null : after,
                number(request, "most", USUAL, 1, MOST, problems),
                number(request, "wait", 0, 0, LONGEST, problems));
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return question;
    }

    private static int number(
            MultiValueMap<String, String> request,
            String name,
            int usual,
            int least,
            int most,
            List<FieldProblem> problems) {
        var text = request.getFirst(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,6}")) {
            problems.add(FieldProblem.of(name, "NOT_A_NUMBER"));
            return usual;
        }
        var number = Integer.parseInt(text);
        if (number < least || number > most) {
            problems.add(FieldProblem.of(name, "OUT_OF_RANGE", least, most));
        }
        return number;
    }
}
