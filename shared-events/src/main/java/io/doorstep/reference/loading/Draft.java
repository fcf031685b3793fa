package io.doorstep.reference.loading;

import io.doorstep.reference.Entry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 草稿。 What one row says.
 *
 * @param entry the entry without its path and days
 * @param from first day as the row states it
 * @param to first day on which it no longer holds, as the row states it
 */
record Draft<E extends Entry<E>>(
        long line,
        E entry,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    Draft<E> from(LocalDate day) {
        return new Draft<>(line, entry, day, to);
    }

    RowFault fault(Field field, Fault code) {
        return new RowFault(line, field.wire(), code);
    }
}
