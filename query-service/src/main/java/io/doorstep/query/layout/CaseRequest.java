package io.doorstep.query.layout;

import io.doorstep.query.asof.Moment;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 个案请求。 What somebody asks of one case.
 *
 * @param version the number of facts to wait for; null not to wait
 */
public record CaseRequest(Moment moment, @Nullable Long version) {

    private static final Set<String> KNOWN = new TreeSet<>(Set.of("at", "knownAt", "version"));

    /** Throws {@link Malformed} with one entry for each parameter that is wrong. */
    public static CaseRequest read(MultiValueMap<String, String> request, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        request.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(FieldProblem.of(name, "UNKNOWN_FIELD", String.join(", ", KNOWN))));
        var moment = Moment.present(now);
        try {
            moment = Moment.parse(request.getFirst("at"), request.getFirst("knownAt"), now);
        } catch (Malformed wrong) {
            problems.addAll(wrong.problems());
        }
        var version = request.getFirst("version");
        if (version != null && !version.matches("[0-9]{1,9}")) {
            problems.add(FieldProblem.of("version", "NOT_A_NUMBER"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        return new CaseRequest(moment, version == null ? null : Long.valueOf(version));
    }
}
