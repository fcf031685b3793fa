package io.doorstep.query.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 年度报告的表格。 Puts what was counted into the tables of the report; counts nothing itself. */
final class AnnualTables {

    private final RowNames names;
    private final Locale locale;

    AnnualTables(RowNames names, Locale locale) {
        this.names = names;
        this.locale = locale;
    }

    /** Petitions by one thing, the most first: where matters gather. */
    AnnualReport.Table petitions(String key, List<Row> rows, Row total) {
        var all = reported(total);
        var lines = new ArrayList<AnnualReport.Line>();
        rows.stream()
                .filter(row -> reported(row) > 0)
                .sorted(Comparator.comparingLong(AnnualTables::reported)
                        .reversed()
                        .thenComparing(Row::key))
                .map(row -> line(row, row.name(), all))
                .forEach(lines::add);
        lines.add(line(total, total.name(), all));
        return table(
                key,
                "annual.column." + key,
                Stream.of("reported", "share", "repeat", "settled", "resolution", "onTime"),
                lines);
    }

    AnnualReport.Table duties(Compliance.Answer answer) {
        var lines = Stream.of(LegalDuty.values())
                .map(duty -> {
                    var count = answer.total().of(duty);
                    var cells = Stream.of(
                                    count.owed() + count.notYetDue(),
                                    count.kept(),
                                    count.late(),
                                    count.overdue(),
                                    count.notYetDue())
                            .map(String::valueOf);
                    return new AnnualReport.Line(
                            names.duty(duty, locale),
                            Stream.concat(cells, Stream.of(count.shown())).toList());
                })
                .toList();
        return table(
                "duties", "compliance.duty", Stream.of("due", "kept", "late", "overdue", "notYetDue", "rate"), lines);
    }

    AnnualReport.Table deeds(Map<Deed, Long> times) {
        return table(
                "deeds",
                "annual.column.deeds",
                Stream.of("times"),
                lines(
                        List.of(Deed.values()),
                        deed -> "annual.deed." + deed,
                        deed -> List.of(times.getOrDefault(deed, 0L))));
    }

    /** @param orders by level: ordered, answered in time, answered late, not answered */
    AnnualReport.Table supervision(Map<String, long[]> orders) {
        return table(
                "supervision",
                "annual.column.supervision",
                Stream.of("ordered", "answeredInTime", "answeredLate", "unanswered"),
                lines(
                        List.copyOf(orders.keySet()),
                        level -> "SupervisionLevel." + level,
                        level -> Arrays.stream(orders.getOrDefault(level, new long[4]))
                                .boxed()
                                .toList()));
    }

    AnnualReport.Table suggestions(@Nullable Row suggestions, long adopted) {
        var collected = suggestions == null ? 0 : reported(suggestions);
        return table(
                "suggestions",
                "annual.column.suggestions",
                Stream.of("reported", "adopted", "share"),
                List.of(new AnnualReport.Line(
                        names.word("CaseKind.SUGGESTION", locale),
                        List.of(String.valueOf(collected), String.valueOf(adopted), Rate.shown(adopted, collected)))));
    }

    private AnnualReport.Line line(Row row, String name, long all) {
        var resolution = row.tally(Figure.RESOLUTION);
        return new AnnualReport.Line(
                name,
                List.of(
                        String.valueOf(reported(row)),
                        Rate.shown(reported(row), all),
                        String.valueOf(row.tally(Figure.REPEAT).numerator()),
                        String.valueOf(resolution.numerator()),
                        resolution.shown(),
                        row.tally(Figure.ON_TIME).shown()));
    }

    /** What was reported, as the repeat rate has it: voided and merged ones are none. */
    static long reported(Row row) {
        return row.tally(Figure.REPEAT).denominator();
    }

    private <K> List<AnnualReport.Line> lines(List<K> keys, Function<K, String> word, Function<K, List<Long>> counts) {
        return keys.stream()
                .map(key -> new AnnualReport.Line(
                        names.word(word.apply(key), locale),
                        counts.apply(key).stream().map(String::valueOf).toList()))
                .toList();
    }

    private AnnualReport.Table table(String key, String first, Stream<String> columns, List<AnnualReport.Line> lines) {
        var headings = Stream.concat(Stream.of(first), columns.map(column -> "annual.column." + column))
                .map(word -> names.word(word, locale))
                .toList();
        return new AnnualReport.Table(
                key,
                names.word("annual." + key, locale),
                names.word("annual." + key + ".definition", locale),
                headings,
                lines);
    }
}
