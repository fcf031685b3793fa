package io.doorstep.query.snapshots;

import io.doorstep.query.layout.ListAddress;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 定格的提问。 What is asked of a list or of the figures, apart from the two moments and from what concerns the screen.
 *
 * @param conditions by parameter, as the interface for programs has them
 */
record SnapshotQuestion(MultiValueMap<String, String> conditions) {

    private static final Set<String> LEFT_OUT = Set.of("at", "knownAt", "sort", "size", "cursor", "compare", "figure");

    /** From what stands behind the question mark of an address. */
    static SnapshotQuestion read(String query) {
        var conditions = parameters(query);
        LEFT_OUT.forEach(conditions::remove);
        return new SnapshotQuestion(conditions);
    }

    /** All parameters of an address. */
    static MultiValueMap<String, String> parameters(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var part : query.split("&", -1)) {
            var sign = part.indexOf('=');
            var value = sign < 0 ? "" : decoded(part.substring(sign + 1));
            if (!value.isBlank()) {
                parameters.add(decoded(part.substring(0, sign)), value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            throw new Malformed(FieldProblem.of("question", "NOT_AN_ADDRESS"));
        }
    }

    /** As it stands behind the question mark. */
    String text() {
        return query(conditions);
    }

    /** Parameters as they stand behind the question mark. */
    static String query(MultiValueMap<String, String> parameters) {
        var built = ListAddress.built("", parameters);
        return built.isEmpty() ? built : built.substring(1);
    }

    /** Asked of a moment, with what was known at another. */
    MultiValueMap<String, String> of(Instant at, Instant knownAt) {
        var asked = new LinkedMultiValueMap<>(conditions);
        asked.set("at", at.toString());
        asked.set("knownAt", knownAt.toString());
        return asked;
    }

    /** The same counted by this version of the definitions for ever; by none where nothing is counted. */
    SnapshotQuestion by(String definitions) {
        if (definitions.isEmpty()) {
            return this;
        }
        var other = new LinkedMultiValueMap<>(conditions);
        other.set("definitions", definitions);
        return new SnapshotQuestion(other);
    }

    /** The same about nothing that began later. */
    SnapshotQuestion upTo(Instant end) {
        var to = conditions.getFirst("to");
        if (to != null && to.length() == 10 && to.compareTo(end.toString().substring(0, 10)) <= 0) {
            return this;
        }
        var other = new LinkedMultiValueMap<>(conditions);
        other.set("to", end.toString());
        return new SnapshotQuestion(other);
    }

    /** Parameter and value of each condition, for people who check. */
    public List<String> said() {
        return conditions.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue().stream().collect(Collectors.joining(", ")))
                .toList();
    }
}
