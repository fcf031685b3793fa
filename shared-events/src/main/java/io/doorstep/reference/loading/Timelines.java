package io.doorstep.reference.loading;

import io.doorstep.reference.Entry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 全部沿革。 The timelines of all entries of one kind. */
final class Timelines<E extends Entry<E>> {

    private final Map<String, Timeline<E>> byKey = new LinkedHashMap<>();

    Timelines(Collection<E> versions) {
        versions.forEach(version -> of(version.key()).remember(version));
    }

    Timeline<E> of(String key) {
        return byKey.computeIfAbsent(key, k -> new Timeline<>());
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    List<E> touched() {
        return byKey.values().stream()
                .flatMap(timeline -> timeline.touched().stream())
                .toList();
    }

    /** Whether something of that key holds on some day of the version's; nothing to know is known. */
    boolean knows(@Nullable String key, Entry<?> version) {
        return key == null || beside(key, version).findAny().isPresent();
    }

    /** What holds under that key while the version holds. */
    Stream<E> beside(@Nullable String key, Entry<?> version) {
        var timeline = key == null ? null : byKey.get(key);
        return timeline == null
                ? Stream.empty()
                : timeline.versions().stream().filter(other -> overlap(other, version));
    }

    private static boolean overlap(Entry<?> one, Entry<?> other) {
        return startsBeforeEnd(one.validFrom(), other.validTo()) && startsBeforeEnd(other.validFrom(), one.validTo());
    }

    private static boolean startsBeforeEnd(LocalDate start, @Nullable LocalDate end) {
        return end == null || start.isBefore(end);
    }
}
