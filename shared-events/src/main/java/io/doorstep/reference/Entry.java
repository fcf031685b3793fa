package io.doorstep.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 条目。 One version of something cases refer to by its id; it holds on the days of [validFrom, validTo). */
public sealed interface Entry<E extends Entry<E>> permits Place, Unit, Category, Officer {

    /** What facts refer to it by: a division code, a unit's id and so on; never personal. */
    String key();

    String name();

    @Nullable
    String parent();

    /** The keys from the top of the tree down to this entry, each between slashes. */
    String path();

    LocalDate validFrom();

    /** The first day on which it no longer holds; null while none is known. */
    @Nullable
    LocalDate validTo();

    /** The same entry at another point of the tree and of time. */
    E at(String path, LocalDate validFrom, @Nullable LocalDate validTo);

    default boolean holds(LocalDate on) {
        var end = validTo();
        return !on.isBefore(validFrom()) && (end == null || on.isBefore(end));
    }

    /** Whether it is that entry itself or anywhere below it. */
    default boolean isUnder(String key) {
        return path().contains("/" + key + "/");
    }
}
