package io.doorstep.standalone.access;

import io.doorstep.web.Form;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 恶意字段。 Bodies of an endpoint in which one field, of all that its form has, holds a hostile word. */
final class HostileFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HostileFields() {}

    /** One body for each field and shape, and bodies that are none. */
    static List<String> bodies(HandlerMethod handler, String sample, String word) {
        var bodies = new ArrayList<String>();
        var base = JSON.readTree(sample);
        Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterType())
                .filter(type -> Form.class.isAssignableFrom(type) && type.isRecord())
                .forEach(form -> record(form, base, word).forEach(node -> bodies.add(JSON.writeValueAsString(node))));
        var unknown = base.isObject() ? ((ObjectNode) base).deepCopy() : NODES.objectNode();
        HostileWords.NAMES.forEach(name -> unknown.put(name, word));
        unknown.put(word, word);
        bodies.add(JSON.writeValueAsString(unknown));
        bodies.add(word);
        return bodies;
    }

    private static List<JsonNode> record(Class<?> type, @Nullable JsonNode base, String word) {
        var all = new ArrayList<JsonNode>();
        for (RecordComponent component : type.getRecordComponents()) {
            var before = base == null ? null : base.get(component.getName());
            for (var value : values(component.getGenericType(), before, word)) {
                var copy = base instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
                copy.set(component.getName(), value);
                all.add(copy);
            }
        }
        return all;
    }

    private static List<JsonNode> values(Type type, @Nullable JsonNode before, String word) {
        if (type instanceof ParameterizedType many) {
            var arguments = many.getActualTypeArguments();
            var item = arguments[arguments.length - 1];
            var first = before != null && before.isArray() && before.size() > 0 ? before.get(0) : null;
            return values(item, first, word).stream()
                    .<JsonNode>map(value -> arguments.length == 1
                            ? NODES.arrayNode().add(value)
                            : NODES.objectNode().set(word, value))
                    .toList();
        }
        if (type instanceof Class<?> single && single.isRecord()) {
            return record(single, before, word);
        }
        // numbers as numbers, too
        return word.matches("-?[0-9]+|1e309")
                ? List.of(NODES.stringNode(word), NODES.numberNode(new java.math.BigDecimal(word)))
                : List.of(NODES.stringNode(word));
    }
}
