package io.doorstep.query.access;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 变更内容。 What a fact says, component by component; a fact that is added later needs nothing here. */
public record Changes(Opening opening) {

    private static final Set<String> SAID_ELSEWHERE = Set.of("caseId", "occurredAt");

    /** Its components by name, without those that are empty or that every fact has. */
    public Map<String, Object> of(CaseEvent fact) {
        var changes = components((Record) fact);
        if (fact instanceof CaseCorrected corrected) {
            changes.remove("changes");
            corrected.changes().forEach(change -> changes.put(change.field(), fromTo(change)));
        }
        return changes;
    }

    private Map<String, Object> components(Record of) {
        var all = new LinkedHashMap<String, Object>();
        for (var component : of.getClass().getRecordComponents()) {
            var value = SAID_ELSEWHERE.contains(component.getName()) ? null : shown(value(of, component));
            if (value != null) {
                all.put(component.getName(), value);
            }
        }
        return all;
    }

    private @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Sealed sealed) {
            return opening.text(sealed);
        }
        if (value instanceof Petitioner petitioner) {
            return opening.petitioner(petitioner);
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>();
            list.forEach(item -> items.add(shown(item)));
            return items.isEmpty() ? null : items;
        }
        return value instanceof Record record ? components(record) : value;
    }

    private Map<String, Object> fromTo(Change change) {
        var both = new LinkedHashMap<String, Object>();
        put(both, "from", change.sealedFrom() == null ? change.from() : opening.text(change.sealedFrom()));
        put(both, "to", change.sealedTo() == null ? change.to() : opening.text(change.sealedTo()));
        return both;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
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
