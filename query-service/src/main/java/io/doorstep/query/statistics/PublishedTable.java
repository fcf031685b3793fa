package io.doorstep.query.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 公布表。 A table of figures as it may leave the house: small counts are kept back, and whatever would give them away.
 *
 * @param to first day after the window
 * @param at up to when things count: the end of the last month that is over
 * @param least counts below it, but for zero, are kept back
 */
record PublishedTable(
        String definitions,
        String by,
        int year,
        LocalDate from,
        LocalDate to,
        Instant at,
        long least,
        List<Line> rows,
        Line total) {

    /** @param figures by the name of the figure */
    record Line(String key, String name, Map<String, Cell> figures) {

        static Line of(Row row, Predicate<Figure> suppressed) {
            var cells = new LinkedHashMap<String, Cell>();
            for (var figure : row.defined()) {
                cells.put(figure.key(), Cell.of(row.tally(figure), suppressed.test(figure)));
            }
            return new Line(row.key(), row.name(), cells);
        }
    }

    /**
     * One figure of one row.
     *
     * @param suppressed whether the numbers are kept back; they are null then
     * @param rate per cent; null of nothing too
     */
    record Cell(
            boolean suppressed,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal rate,
            String shown) {

        /** What stands where a number is kept back. */
        static final String HIDDEN = "＊";

        static Cell of(Tally tally, boolean suppressed) {
            return suppressed
                    ? new Cell(true, null, null, null, HIDDEN)
                    : new Cell(false, tally.numerator(), tally.denominator(), tally.rate(), tally.shown());
        }
    }

    /** @param rows that add up to the total */
    static PublishedTable of(
            String by, Window window, int year, LocalDate from, LocalDate to, List<Row> rows, Row total) {
        var definitions = window.definitions();
        var hidden = definitions.figures().stream()
                .collect(Collectors.toMap(
                        figure -> figure,
                        figure -> Suppression.of(
                                rows.stream().map(row -> counts(row, figure)).toList(),
                                Math.max(
                                        Suppression.LEAST,
                                        definitions.rule(figure).minimum()))));
        var lines = IntStream.range(0, rows.size())
                .mapToObj(n -> Line.of(
                        rows.get(n),
                        figure -> Objects.requireNonNull(hidden.get(figure))
                                .rows()
                                .contains(n)))
                .toList();
        var sum = Line.of(
                total, figure -> Objects.requireNonNull(hidden.get(figure)).total());
        return new PublishedTable(
                definitions.version(), by, year, from, to, window.at(), Suppression.LEAST, lines, sum);
    }

    /**
     * What of a figure must not become known. Where another figure is about nearly the same cases, so is what tells the two
     * apart: a reader has both.
     */
    private static long[] counts(Row row, Figure figure) {
        var own = row.tally(figure);
        var in = own.numerator();
        var of = own.denominator();
        return switch (figure) {
            case SATISFACTION_BUREAU,
                    PARTICIPATION_BUREAU,
                    RESOLUTION,
                    ON_TIME,
                    TIMELY_ACCEPTANCE,
                    SETTLEMENT,
                    REVISIT_CONFIRMATION,
                    REOPEN,
                    ADOPTION -> new long[] {in, of - in};
            case RESOLUTION_FLOW, CLOSE_OUT -> {
                var near = row.tally(Figure.RESOLUTION);
                yield new long[] {in, of - in, apart(in, near.numerator()), apart(of, near.denominator())};
            }
            case FIRST_TIME ->
                new long[] {in, of - in, apart(of, row.tally(Figure.REOPEN).denominator())};
            case SATISFACTION_UNIT -> {
                var near = row.tally(Figure.SATISFACTION_BUREAU);
                yield new long[] {in, of - in, apart(in, near.numerator()), apart(of, near.denominator())};
            }
            case PARTICIPATION_UNIT -> {
                var near = row.tally(Figure.PARTICIPATION_BUREAU);
                yield new long[] {in, of - in, apart(in, near.numerator()), apart(of, near.denominator())};
            }
            case REPEAT ->
                new long[] {in, of - in, apart(of, row.tally(Figure.RESOLUTION).denominator())};
            case DOORSTEP ->
                new long[] {in, of - in, apart(of, row.tally(Figure.SETTLEMENT).denominator())};
        };
    }

    private static long apart(long one, long other) {
        return Math.abs(one - other);
    }
}
