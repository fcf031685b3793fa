package io.doorstep.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 单位。 A bureau, a township government or the like that cases are assigned to.
 *
 * @param place code of the place it works for
 * @param parent id of the unit above it, if any
 */
public record Unit(
        String id,
        String name,
        String place,
        @Nullable String parent,
        String path,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Entry<Unit> {

    @Override
    public String key() {
        return id;
    }

    @Override
    public Unit at(String path, LocalDate validFrom, @Nullable LocalDate validTo) {
        return new Unit(id, name, place, parent, path, validFrom, validTo);
    }
}
