package io.doorstep.query.statistics;

import io.doorstep.query.layout.Say;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 读口径文件。 Makes a version of its text, or says of every field what is wrong with it. */
final class DefinitionReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> FIELDS = Set.of("version", "validFrom", "replaces", "source", "figures");
    private static final Set<String> RULE_FIELDS = Set.of(
            "date",
            "numerator",
            "denominator",
            "excludes",
            "kindsLeftOut",
            "channelsLeftOut",
            "observationDays",
            "minimum");
    private static final int LONGEST = 3_650;
    private static final int LONGEST_TEXT = 60_000;
    private static final int MOST = 10_000;

    private final List<String> problems = new ArrayList<>();

    private DefinitionReader() {}

    /**
     * @param from what the text is called, for whoever reads the error
     * @throws IllegalArgumentException naming the file and each field that is wrong
     */
    static Definitions read(String text, String from) {
        var reader = new DefinitionReader();
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(from + ": longer than " + LONGEST_TEXT + " characters");
        }
        Definitions found;
        try {
            found = reader.version(JSON.readTree(text), hash(text));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(from + ": " + malformed.getOriginalMessage(), malformed);
        }
        if (found == null || !reader.problems.isEmpty()) {
            throw new IllegalArgumentException(from + ": " + String.join("; ", reader.problems));
        }
        return found;
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Definitions version(JsonNode json, String hash) {
        known(json, "", FIELDS);
        var version = text(json, "version", "version");
        var source = text(json, "source", "source");
        var validFrom = day(text(json, "validFrom", "validFrom"));
        var replaces = json.has("replaces") ? text(json, "replaces", "replaces") : null;
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            problems.add("version: letters, digits, '.', '_' and '-' only, at most 64");
        }
        var rules = new EnumMap<Figure, FigureRule>(Figure.class);
        var figures = json.path("figures");
        if (!figures.isObject() || figures.isEmpty()) {
            problems.add("figures: names no figure");
        }
        for (var entry : figures.properties()) {
            var figure = Stream.of(Figure.values())
                    .filter(one -> one.key().equals(entry.getKey()))
                    .findFirst();
            if (figure.isEmpty()) {
                problems.add("figures." + entry.getKey() + ": no such figure");
            } else {
                rules.put(
                        figure.get(),
                        rule(entry.getValue(), "figures." + entry.getKey(), FigureTerms.of(figure.get())));
            }
        }
        if (!rules.containsKey(Figure.RESOLUTION)) {
            // the headline; times are told of its cases, too
            problems.add("figures.resolution: missing");
        }
        return validFrom == null ? null : new Definitions(version, validFrom, replaces, source, rules, hash);
    }

    private FigureRule rule(JsonNode json, String at, FigureTerms terms) {
        known(json, at + ".", RULE_FIELDS);
        var days = json.path("observationDays");
        if (!days.isMissingNode() && !days.isNull() && !terms.observed()) {
            problems.add(at + ".observationDays: this figure observes nothing");
        }
        return new FigureRule(
                constant(json, at, "date", terms.dates()),
                constant(json, at, "numerator", terms.numerators()),
                constant(json, at, "denominator", terms.denominators()),
                constants(json, at, "excludes", terms.excludes(), true),
                constants(json, at, "kindsLeftOut", Say.names(CaseKind.class), false),
                constants(json, at, "channelsLeftOut", Say.names(Channel.class), false),
                days.isMissingNode() || days.isNull() ? null : number(days, at + ".observationDays", 0, LONGEST),
                number(json.path("minimum"), at + ".minimum", terms.least(), MOST));
    }

    private String constant(JsonNode json, String at, String field, Collection<String> known) {
        var value = text(json, field, at + "." + field);
        if (!known.contains(value)) {
            problems.add(at + "." + field + ": " + value + " is none of " + String.join(", ", known));
        }
        return value;
    }

    private Set<String> constants(JsonNode json, String at, String field, Collection<String> known, boolean needed) {
        var values = json.path(field);
        var found = new LinkedHashSet<String>();
        if (!values.isArray()) {
            if (needed || !values.isMissingNode()) {
                problems.add(at + "." + field + ": a list is needed");
            }
            return found;
        }
        for (var value : values) {
            var text = value.isString() ? value.stringValue() : value.toString();
            if (!known.contains(text)) {
                problems.add(at + "." + field + ": " + text + " is none of " + String.join(", ", known));
            } else if (!found.add(text)) {
                problems.add(at + "." + field + ": " + text + " stands twice");
            }
        }
        return found;
    }

    private int number(JsonNode value, String at, int least, int most) {
        if (!value.isIntegralNumber() || value.asLong(-1) < least || value.asLong(-1) > most) {
            problems.add(at + ": a whole number from " + least + " to " + most + " is needed");
            return least;
        }
        return value.intValue();
    }

    private String text(JsonNode json, String field, String at) {
        var value = json.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            problems.add(at + ": missing");
            return "";
        }
        return value.stringValue();
    }

    private @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            problems.add("validFrom: not a day such as 2026-01-01");
            return null;
        }
    }

    private void known(JsonNode json, String at, Set<String> fields) {
        json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !fields.contains(name))
                .forEach(name -> problems.add(at + name + ": no such field"));
    }
}
