package io.doorstep.query.asof;

import java.util.HashMap;
import java.util.Map;

/** 语句片段。 A piece of SQL with the named parameters that it speaks of. */
public record Fragment(String sql, Map<String, Object> parameters) {

    public Fragment {
        parameters = Map.copyOf(parameters);
    }

    public static Fragment of(String sql) {
        return new Fragment(sql, Map.of());
    }

    public static Fragment of(String sql, String name, Object value) {
        return new Fragment(sql, Map.of(name, value));
    }

    /** Both hold. */
    public Fragment and(Fragment other) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(other.parameters);
        return new Fragment(sql + " and " + other.sql, all);
    }
}
