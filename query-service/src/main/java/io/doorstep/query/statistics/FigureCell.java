package io.doorstep.query.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 统计格。 One figure of one line on the page: the rate, and the numbers without which it never stands.
 *
 * @param left how much counts on neither side, whatever the reason
 * @param hidden whether the numbers are kept back: they are about fewer than five, or fewer than the definition shows
 * @param why which of the two; null when they are shown
 */
record FigureCell(
        String figure,
        long numerator,
        long denominator,
        String shown,
        @Nullable BigDecimal rate,
        List<Reason> excluded,
        long left,
        boolean hidden,
        @Nullable String why) {

    /** Why something does not count, in words, and how often. */
    record Reason(String reason, String word, long count) {}

    static FigureCell of(Figure figure, Row row, RowNames names, Locale locale) {
        var tally = row.tally(figure);
        var reasons = tally.excluded().entrySet().stream()
                .map(one -> new Reason(one.getKey(), names.reason(one.getKey(), locale), one.getValue()))
                .toList();
        return new FigureCell(
                figure.key(),
                tally.numerator(),
                tally.denominator(),
                tally.shown(),
                tally.rate(),
                reasons,
                reasons.stream().mapToLong(Reason::count).sum(),
                tally.suppressed(),
                tally.why());
    }

    /** How often this is the reason not to count. */
    public long left(String reason) {
        return excluded.stream()
                .filter(one -> one.reason.equals(reason))
                .mapToLong(Reason::count)
                .sum();
    }
}
