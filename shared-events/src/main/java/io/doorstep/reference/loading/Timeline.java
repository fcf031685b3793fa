package io.doorstep.reference.loading;

import io.doorstep.reference.Entry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 沿革。 The versions of one entry along time, none overlapping another, and which of them have to be written. */
final class Timeline<E extends Entry<E>> {

    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        TOO_EARLY,
        WRONG_END
    }

    record Applied<E>(Outcome outcome, @Nullable E version) {}

    private final TreeMap<LocalDate, E> versions = new TreeMap<>();
    private final Set<LocalDate> touched = new HashSet<>();
    private boolean known;

    /** A version as it stands in the database. */
    void remember(E version) {
        versions.put(version.validFrom(), version);
        known = true;
    }

    /** First day of the oldest version; as long ago as anybody can ask when there is none. */
    LocalDate firstDay() {
        return versions.isEmpty() ? Form.EVER : versions.firstKey();
    }

    Collection<E> versions() {
        return List.copyOf(versions.values());
    }

    List<E> touched() {
        return touched.stream()
                .sorted()
                .map(versions::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Takes in what a row says.
     *
     * @param given first day for a row that states none; null for {@code today}, or for ever with an unknown entry
     */
    Applied<E> apply(Draft<E> draft, @Nullable LocalDate given, LocalDate today) {
        var entry = draft.entry();
        var to = draft.to();
        if (versions.isEmpty()) {
            var stated = draft.from() != null ? draft.from() : given;
            return put(entry, stated != null ? stated : Form.EVER, to);
        }
        var from = draft.from() != null ? draft.from() : given != null ? given : today;
        var exact = draft.from() == null ? null : versions.get(draft.from());
        if (exact != null) {
            return mend(exact, entry, to);
        }
        var latest = versions.lastEntry().getValue();
        if (draft.from() != null && from.isBefore(latest.validFrom())) {
            return new Applied<>(Outcome.TOO_EARLY, null);
        }
        if (same(latest, entry) && to != null) {
            return mend(latest, entry, to);
        }
        if (same(latest, entry) && (latest.validTo() == null || from.isBefore(latest.validTo()))) {
            return new Applied<>(Outcome.UNCHANGED, latest);
        }
        if (from.isBefore(latest.validFrom())) {
            return new Applied<>(Outcome.TOO_EARLY, null);
        }
        if (from.equals(latest.validFrom())) {
            return mend(latest, entry, to);
        }
        if (latest.validTo() == null || latest.validTo().isAfter(from)) {
            put(latest, latest.validFrom(), from);
        }
        return put(entry, from, to);
    }

    /** The same days, other content or another end; a blank end of the newest version means that it goes on. */
    private Applied<E> mend(E version, E entry, @Nullable LocalDate to) {
        var next = versions.higherEntry(version.validFrom());
        var end = to == null && next != null ? version.validTo() : to;
        if (end != null && next != null && end.isAfter(next.getKey())) {
            return new Applied<>(Outcome.WRONG_END, null);
        }
        return same(version, entry) && Objects.equals(end, version.validTo())
                ? new Applied<>(Outcome.UNCHANGED, version)
                : put(entry, version.validFrom(), end);
    }

    private Applied<E> put(E entry, LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            return new Applied<>(Outcome.WRONG_END, null);
        }
        var version = entry.at(entry.path(), from, to);
        replace(version);
        return new Applied<>(known ? Outcome.CHANGED : Outcome.ADDED, version);
    }

    /** Writes a version down, in the place of one with the same first day. */
    void replace(E version) {
        versions.put(version.validFrom(), version);
        touched.add(version.validFrom());
    }

    private static <E extends Entry<E>> boolean same(E version, E entry) {
        return version.at("", Form.EVER, null).equals(entry.at("", Form.EVER, null));
    }
}
