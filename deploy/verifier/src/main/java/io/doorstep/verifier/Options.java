package io.doorstep.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 参数。 What was written on the command line: names with two dashes, each with a value. */
record Options(Map<String, List<String>> values) {

    private static final List<String> KNOWN =
            List.of("data", "database", "user", "dump", "checkpoints", "key", "receipt", "export");

    static Options of(String... words) {
        var values = new HashMap<String, List<String>>();
        for (var i = 0; i < words.length; i += 2) {
            var name = words[i].startsWith("--") ? words[i].substring(2) : "";
            if (!KNOWN.contains(name) || i + 1 == words.length) {
                throw new IllegalArgumentException(words[i]);
            }
            values.computeIfAbsent(name, first -> new ArrayList<>()).add(words[i + 1]);
        }
        return new Options(values);
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
