package io.doorstep.reference.loading;

import io.doorstep.reference.Entry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 路径。 Gives every version its path, from the top down; what lies below an entry that moved gets a new version from
 * the day of the move.
 */
final class Paths<E extends Entry<E>> {

    private final Timelines<E> all;
    private final Set<String> settled = new HashSet<>();
    private final Set<String> underway = new LinkedHashSet<>();
    private final Set<String> circular = new LinkedHashSet<>();

    Paths(Timelines<E> all) {
        this.all = all;
    }

    /** Keys of entries that would lie below themselves; empty when all is well. */
    Set<String> settle() {
        Set.copyOf(all.keys()).forEach(this::settle);
        return circular;
    }

    private void settle(String key) {
        if (settled.contains(key)) {
            return;
        }
        if (!underway.add(key)) {
            underway.stream().dropWhile(above -> !above.equals(key)).forEach(circular::add);
            return;
        }
        for (var version : all.of(key).versions()) {
            if (version.parent() != null) {
                settle(version.parent());
            }
            lay(all.of(key), version);
        }
        underway.remove(key);
        settled.add(key);
    }

    private void lay(Timeline<E> timeline, E version) {
        var laid = version.at(path(version, version.validFrom()), version.validFrom(), version.validTo());
        if (!laid.equals(version)) {
            timeline.replace(laid);
        }
        for (var day : movesOfParent(version)) {
            var path = path(version, day);
            if (!path.equals(laid.path())) {
                timeline.replace(laid.at(laid.path(), laid.validFrom(), day));
                laid = version.at(path, day, version.validTo());
                timeline.replace(laid);
            }
        }
    }

    private List<LocalDate> movesOfParent(E version) {
        return all.beside(version.parent(), version)
                .map(Entry::validFrom)
                .filter(day -> day.isAfter(version.validFrom()))
                .sorted()
                .toList();
    }

    private String path(E version, LocalDate on) {
        return parentPath(version, on) + version.key() + "/";
    }

    /** The parent's path on that day; where it does not hold then, its nearest one while the version holds. */
    private String parentPath(E version, LocalDate on) {
        return all.beside(version.parent(), version)
                .filter(parent -> !parent.validFrom().isAfter(on))
                .reduce((earlier, later) -> later)
                .or(() -> all.beside(version.parent(), version).findFirst())
                .map(Entry::path)
                .orElse("/");
    }
}
