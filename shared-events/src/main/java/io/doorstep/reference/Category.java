package io.doorstep.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 分类。 What a case is about, in three levels.
 *
 * @param level 1 to 3, 1 at the top
 */
public record Category(
        String code,
        String name,
        int level,
        @Nullable String parent,
        String path,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Entry<Category> {

    @Override
    public String key() {
        return code;
    }

    @Override
    public Category at(String path, LocalDate validFrom, @Nullable LocalDate validTo) {
        return new Category(code, name, level, parent, path, validFrom, validTo);
    }
}
