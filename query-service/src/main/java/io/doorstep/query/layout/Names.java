package io.doorstep.query.layout;

import io.doorstep.reference.Entry;
import io.doorstep.reference.ReferenceData;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 名称。 What places, units, categories and officers are called on a list's day; null for what was not known then. */
public final class Names {

    private final ReferenceData reference;
    private final LocalDate on;

    public Names(ReferenceData reference, LocalDate on) {
        this.reference = reference;
        this.on = on;
    }

    public @Nullable String place(@Nullable String code) {
        return code == null ? null : reference.place(code, on).map(Entry::name).orElse(null);
    }

    public @Nullable String unit(@Nullable String id) {
        return id == null ? null : reference.unit(id, on).map(Entry::name).orElse(null);
    }

    public @Nullable String category(@Nullable String code) {
        return code == null
                ? null
                : reference.category(code, on).map(Entry::name).orElse(null);
    }

    public @Nullable String officer(@Nullable String id) {
        return id == null ? null : reference.officer(id, on).map(Entry::name).orElse(null);
    }
}
