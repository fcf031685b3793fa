package io.doorstep.query.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** 比率。 Per cent with two decimals, rounded half up; of nothing there is no rate, neither 0 % nor 100 %. */
final class Rate {

    static final String NONE = "—";

    private Rate() {}

    /** Per cent, such as 68.09; null for an empty denominator. */
    static @Nullable BigDecimal of(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }

    /** As people read it: {@code 68.09 %}, or a dash. */
    static String shown(long numerator, long denominator) {
        var rate = of(numerator, denominator);
        return rate == null ? NONE : rate.toPlainString() + " %";
    }
}
