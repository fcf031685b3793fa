package io.doorstep.query.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 统计行（网页）。 All figures of one key, as the page shows them.
 *
 * @param key empty for the total
 * @param deeper whether there is something below it to be broken down by
 * @param open reported in the window and not resolved
 */
record FigureLine(
        String key,
        String name,
        boolean deeper,
        List<FigureCell> cells,
        int resolved,
        long open,
        @Nullable BigDecimal medianDays,
        @Nullable BigDecimal ninetiethPercentileDays) {

    static FigureLine of(String key, Row row, boolean deeper, RowNames names, Locale locale) {
        var time = row.time();
        return new FigureLine(
                key,
                row.name(),
                deeper,
                row.defined().stream()
                        .map(figure -> FigureCell.of(figure, row, names, locale))
                        .toList(),
                time.resolved(),
                time.open(),
                time.medianDays(),
                time.ninetiethPercentileDays());
    }

    FigureCell cell(Figure figure) {
        return cells.stream()
                .filter(cell -> cell.figure().equals(figure.key()))
                .findFirst()
                .orElseThrow();
    }

    /** One figure of the line beside what it was in the window compared with. */
    Beside beside(Figure figure, @Nullable Map<String, FigureLine> earlier) {
        var before = earlier == null ? null : earlier.get(key);
        var then = before == null ? null : before.cell(figure);
        return new Beside(
                this,
                cell(figure),
                then,
                then == null ? null : change(cell(figure).rate(), then.rate()));
    }

    /**
     * 对比。 One figure now and then.
     *
     * @param change in percentage points, signed; null where either has no rate
     */
    record Beside(
            FigureLine line,
            FigureCell now,
            @Nullable FigureCell then,
            @Nullable String change) {}

    private static @Nullable String change(@Nullable BigDecimal now, @Nullable BigDecimal then) {
        if (now == null || then == null) {
            return null;
        }
        var points = now.subtract(then);
        return (points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "±")
                + points.abs().toPlainString();
    }
}
