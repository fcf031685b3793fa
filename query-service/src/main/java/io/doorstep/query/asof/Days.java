package io.doorstep.query.asof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 日期范围。 The days that a window touches.
 *
 * @param first null for no beginning
 * @param last null for no end
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

    public static final Days ALL = new Days(null, null);

    /** These and those, and what lies between. */
    public Days and(Days other) {
        return new Days(
                first == null || other.first == null ? null : first.isBefore(other.first) ? first : other.first,
                last == null || other.last == null ? null : last.isAfter(other.last) ? last : other.last);
    }

    /** SQL that is true for the rows {@code s} of cases which have a date in these days, or were open in one. */
    Fragment touched() {
        var sql = Fragment.of("1 = 1");
        if (first != null) {
            sql = sql.and(Fragment.of("s.last_day >= :firstDay", "firstDay", first));
        }
        if (last != null) {
            sql = sql.and(Fragment.of("s.first_day <= :lastDay", "lastDay", last));
        }
        return sql;
    }
}
