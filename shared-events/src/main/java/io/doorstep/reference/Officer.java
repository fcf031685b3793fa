package io.doorstep.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 工作人员。 Somebody who works for a unit; the id is that of the account.
 *
 * @param head whether this officer heads the unit
 */
public record Officer(
        String id,
        String name,
        String unit,
        boolean head,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Entry<Officer> {

    @Override
    public String key() {
        return id;
    }

    @Override
    public @Nullable String parent() {
        return null;
    }

    @Override
    public String path() {
        return "/" + id + "/";
    }

    @Override
    public Officer at(String path, LocalDate validFrom, @Nullable LocalDate validTo) {
        return new Officer(id, name, unit, head, validFrom, validTo);
    }
}
