package io.doorstep.query.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 算式。 How a rate came about, so that anybody can reckon it after us: numerator and rest make the denominator, with what was
 * excluded all that was considered.
 *
 * @param rest in the denominator and not in the numerator
 * @param excluded reason to count
 * @param quotient per cent to six decimals, the rest cut off; null for an empty denominator
 * @param endless whether the quotient goes on behind its six decimals
 * @param third the third decimal, which decides how the rate is rounded; null for an empty denominator
 * @param rounding UP, DOWN or EXACT; NONE for an empty denominator
 * @param rate per cent, half up; null for an empty denominator
 */
record Arithmetic(
        long numerator,
        long rest,
        long denominator,
        Map<String, Long> excluded,
        long considered,
        @Nullable BigDecimal quotient,
        boolean endless,
        @Nullable Integer third,
        String rounding,
        @Nullable BigDecimal rate,
        String shown) {

    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Arithmetic of(List<Counted> all) {
        var excluded = new TreeMap<String, Long>();
        long numerator = 0;
        long rest = 0;
        for (var one : all) {
            switch (one.part()) {
                case NUMERATOR -> numerator++;
                case DENOMINATOR -> rest++;
                case EXCLUDED -> excluded.merge(String.valueOf(one.reason()), 1L, Long::sum);
            }
        }
        return of(numerator, rest, excluded, all.size());
    }

    private static Arithmetic of(long numerator, long rest, Map<String, Long> excluded, long considered) {
        var denominator = numerator + rest;
        var shown = Rate.shown(numerator, denominator);
        if (denominator == 0) {
            return new Arithmetic(numerator, rest, 0, excluded, considered, null, false, null, "NONE", null, shown);
        }
        var times = BigDecimal.valueOf(numerator).multiply(HUNDRED);
        var quotient = times.divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.DOWN);
        var endless = quotient.multiply(BigDecimal.valueOf(denominator)).compareTo(times) != 0;
        var third = quotient.movePointRight(3)
                .toBigInteger()
                .mod(java.math.BigInteger.TEN)
                .intValue();
        var exact = !endless && quotient.stripTrailingZeros().scale() <= 2;
        return new Arithmetic(
                numerator,
                rest,
                denominator,
                excluded,
                considered,
                quotient,
                endless,
                third,
                exact ? "EXACT" : third >= 5 ? "UP" : "DOWN",
                Rate.of(numerator, denominator),
                shown);
    }

    /** What is left out, for whatever reason. */
    public long left() {
        return excluded.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every single thing considered stands on exactly one side. */
    public boolean adds() {
        return numerator + rest == denominator && denominator + left() == considered;
    }
}
