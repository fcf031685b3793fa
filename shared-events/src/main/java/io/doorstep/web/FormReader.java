package io.doorstep.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 读表单。 Reads JSON into a {@link Form} and names all that is wrong at once: missing and unknown fields, wrong types,
 * unknown constants (with the known ones), texts that are blank or too long.
 */
public final class FormReader {

    private final List<FieldProblem> problems = new ArrayList<>();

    private FormReader() {}

    /** The form, or {@link Malformed} with one entry for each field that is wrong. */
    public static <T extends Form> T read(JsonNode json, Class<T> type) {
        var reader = new FormReader();
        var form = reader.record(json, type, "");
        if (!reader.problems.isEmpty() || form == null) {
            throw new Malformed(reader.problems);
        }
        return type.cast(form);
    }

    private @Nullable Object record(JsonNode json, Class<?> type, String path) {
        if (!json.isObject()) {
            problems.add(FieldProblem.of(path.isEmpty() ? "body" : path, "NOT_AN_OBJECT"));
            return null;
        }
        var components = type.getRecordComponents();
        var known = new TreeSet<>(
                Arrays.stream(components).map(RecordComponent::getName).toList());
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        problems.add(FieldProblem.of(join(path, name), "UNKNOWN_FIELD", String.join(", ", known))));
        var before = problems.size();
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var name = components[i].getName();
            values[i] = component(json.get(name), components[i], join(path, name));
        }
        return problems.size() > before ? null : instance(type, components, values);
    }

    private @Nullable Object component(@Nullable JsonNode json, RecordComponent component, String path) {
        var type = component.getAnnotatedType();
        if (json == null || json.isNull()) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                problems.add(FieldProblem.of(path, "REQUIRED"));
            }
            return null;
        }
        return value(json, type, component, path);
    }

    private @Nullable Object value(JsonNode json, AnnotatedType type, AnnotatedElement limits, String path) {
        if (type instanceof AnnotatedParameterizedType many) {
            var arguments = many.getAnnotatedActualTypeArguments();
            return arguments.length == 1
                    ? list(json, arguments[0], limits, path)
                    : map(json, arguments[1], limits, path);
        }
        var raw = (Class<?>) type.getType();
        if (raw.isRecord()) {
            return record(json, raw, path);
        }
        return Scalars.read(json, raw, limits, path, problems);
    }

    private @Nullable Object list(JsonNode json, AnnotatedType item, AnnotatedElement limits, String path) {
        if (!json.isArray()) {
            problems.add(FieldProblem.of(path, "NOT_A_LIST"));
            return null;
        }
        var items = new ArrayList<Object>();
        for (var i = 0; i < json.size(); i++) {
            var value = value(json.get(i), item, limits, path + "[" + i + "]");
            if (value != null) {
                items.add(value);
            }
        }
        return List.copyOf(items);
    }

    /** Names that the sender chooses, in his order; what they may be, the endpoint says. */
    private @Nullable Object map(JsonNode json, AnnotatedType item, AnnotatedElement limits, String path) {
        if (!json.isObject()) {
            problems.add(FieldProblem.of(path, "NOT_AN_OBJECT"));
            return null;
        }
        var items = new LinkedHashMap<String, Object>();
        json.forEachEntry((name, each) -> {
            var value = value(each, item, limits, join(path, name));
            if (value != null) {
                items.put(name, value);
            }
        });
        return Collections.unmodifiableMap(items);
    }

    private static Object instance(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
