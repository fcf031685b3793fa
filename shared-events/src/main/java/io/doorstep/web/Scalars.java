package io.doorstep.web;

import java.lang.reflect.AnnotatedElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Single values of a form. */
final class Scalars {

    private static final int DEFAULT_LENGTH = 200;

    private Scalars() {}

    static @Nullable Object read(
            JsonNode json, Class<?> type, AnnotatedElement limits, String path, List<FieldProblem> problems) {
        var found = problems.size();
        var value = read(json, type, limits, path, problems, type.getSimpleName());
        return problems.size() > found ? null : value;
    }

    private static @Nullable Object read(
            JsonNode json,
            Class<?> type,
            AnnotatedElement limits,
            String path,
            List<FieldProblem> problems,
            String name) {
        if (type == boolean.class || type == Boolean.class) {
            return json.isBoolean() ? json.booleanValue() : no(problems, path, "NOT_A_BOOLEAN");
        }
        if (type == int.class || type == Integer.class) {
            return json.isIntegralNumber() && json.canConvertToInt()
                    ? json.intValue()
                    : no(problems, path, "NOT_A_NUMBER");
        }
        if (type == double.class || type == Double.class) {
            return json.isNumber() ? json.doubleValue() : no(problems, path, "NOT_A_NUMBER");
        }
        if (!json.isString()) {
            return no(problems, path, "NOT_A_TEXT");
        }
        var text = json.stringValue();
        if (type == String.class) {
            return text(text, limits, path, problems);
        }
        if (type.isEnum()) {
            var constant = Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.toString().equals(text))
                    .findFirst();
            return constant.isPresent() ? constant.get() : no(problems, path, "UNKNOWN_CONSTANT", known(type));
        }
        try {
            return switch (name) {
                case "Instant" -> Times.moment(text);
                case "LocalDate" -> Times.day(text);
                case "UUID" -> UUID.fromString(text);
                default -> throw new IllegalStateException("a form cannot hold " + type);
            };
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            var code = type == Instant.class ? "NOT_A_TIME" : type == LocalDate.class ? "NOT_A_DATE" : "NOT_A_UUID";
            return no(problems, path, code);
        }
    }

    private static String text(String text, AnnotatedElement limits, String path, List<FieldProblem> problems) {
        var limit = limits.isAnnotationPresent(MaxLength.class)
                ? limits.getAnnotation(MaxLength.class).value()
                : DEFAULT_LENGTH;
        if (text.isBlank()) {
            problems.add(FieldProblem.of(path, "BLANK"));
        }
        if (text.length() > limit) {
            problems.add(FieldProblem.of(path, "TOO_LONG", limit));
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            problems.add(FieldProblem.of(path, "CONTROL_CHARACTER"));
        }
        return text.strip();
    }

    private static String known(Class<?> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static @Nullable Object no(List<FieldProblem> problems, String path, String code, Object... arguments) {
        problems.add(FieldProblem.of(path, code, arguments));
        return null;
    }
}
