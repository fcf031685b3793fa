package io.doorstep.reference;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 各版本。 All versions of all entries of one kind, in memory. */
final class Versions<E extends Entry<E>> {

    private final Map<String, List<E>> byKey;

    Versions(Collection<E> all) {
        byKey = all.stream().collect(groupingBy(Entry::key));
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    Optional<E> on(String key, LocalDate on) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(version -> version.holds(on))
                .findFirst();
    }

    /** Whether the key held on any day. */
    boolean ever(String key) {
        return byKey.containsKey(key);
    }

    /** What holds on a day, in the order of the tree. */
    Stream<E> on(LocalDate on) {
        return byKey.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.holds(on))
                .sorted(comparing(Entry::path));
    }
}
