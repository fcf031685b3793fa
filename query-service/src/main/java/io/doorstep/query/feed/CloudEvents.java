package io.doorstep.query.feed;

import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.query.asof.FactFeed.Fed;
import io.doorstep.query.asof.RecordedFact;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 云事件。 Facts as a batch of CloudEvents 1.0 in JSON. Sealed words never leave: only that there are some (docs/decisions/0044).
 */
@Component
class CloudEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Boolean> IS_SEALED = Map.of("sealed", true);

    private final String source;

    CloudEvents(@Value("${doorstep.feed.source:/doorstep}") String source) {
        this.source = source;
    }

    String batch(List<Fed> facts) {
        return JSON.writeValueAsString(facts.stream().map(this::event).toList());
    }

    private Map<String, Object> event(Fed fed) {
        var fact = fed.recorded();
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", fed.id());
        event.put("source", source);
        event.put("type", "io.doorstep." + fact.type());
        event.put("subject", fact.fact().caseId());
        event.put("time", fact.occurredAt().toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "urn:doorstep:history.schema.json#/$defs/fed");
        event.put("data", data(fact));
        return event;
    }

    private static Map<String, Object> data(RecordedFact fact) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", fact.sequence());
        data.put("recordedAt", fact.recordedAt().toString());
        put(data, "actor", fact.actor());
        put(data, "roles", fact.roles());
        put(data, "unit", fact.unit());
        put(data, "late", fact.late());
        put(data, "import", fact.importId());
        data.put("payload", components((Record) fact.fact()));
        return data;
    }

    private static Map<String, Object> components(Record of) {
        var all = new LinkedHashMap<String, Object>();
        for (var component : of.getClass().getRecordComponents()) {
            put(all, component.getName(), shown(value(of, component)));
        }
        return all;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Sealed) {
            return IS_SEALED;
        }
        if (value instanceof Petitioner petitioner) {
            // not even by which id he goes: with it one could follow him from case to case
            var shown = components(petitioner);
            shown.remove("personId");
            return shown;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CloudEvents::shown).toList();
        }
        if (value instanceof Record record) {
            return components(record);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable Object value(Record of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component.getName(), impossible);
        }
    }
}
