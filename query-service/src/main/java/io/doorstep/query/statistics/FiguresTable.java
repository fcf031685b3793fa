package io.doorstep.query.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 统计表（网页）。 The lines of the page, and one figure of them in detail.
 *
 * @param details the figure looked at, line by line, beside the window compared with
 * @param sum the same of the total
 * @param reasons why things do not count in that figure, the columns of its table
 * @param above how much of it lies in the scope and in none of the lines, such as a case of the township and no village
 */
record FiguresTable(
        FigureLine total,
        List<FigureLine> lines,
        List<FigureLine.Beside> details,
        FigureLine.Beside sum,
        List<FigureCell.Reason> reasons,
        long above) {

    static FiguresTable of(
            Statistics.Answer answer,
            Statistics.@Nullable Answer earlier,
            Figure figure,
            Levels levels,
            RowNames names,
            Locale locale) {
        var total = total(answer, names, locale);
        var lines = levels.below().stream()
                .map(row -> FigureLine.of(row.key(), row, levels.deeper(row), names, locale))
                .toList();
        var before = earlier == null ? null : byKey(earlier, names, locale);
        var sum = total.beside(figure, before);
        var counted = lines.stream().mapToLong(line -> all(line.cell(figure))).sum();
        return new FiguresTable(
                total,
                lines,
                lines.stream().map(line -> line.beside(figure, before)).toList(),
                sum,
                sum.now().excluded(),
                lines.isEmpty()
                                || lines.stream()
                                        .anyMatch(line -> line.cell(figure).hidden())
                        ? 0
                        : Math.max(0, all(sum.now()) - counted));
    }

    private static long all(FigureCell cell) {
        return cell.denominator() + cell.left();
    }

    private static FigureLine total(Statistics.Answer answer, RowNames names, Locale locale) {
        return FigureLine.of("", answer.total(), false, names, locale);
    }

    private static Map<String, FigureLine> byKey(Statistics.Answer answer, RowNames names, Locale locale) {
        var lines = answer.rows().stream()
                .map(row -> FigureLine.of(row.key(), row, false, names, locale))
                .collect(Collectors.toMap(FigureLine::key, Function.identity()));
        lines.put("", total(answer, names, locale));
        return lines;
    }
}
