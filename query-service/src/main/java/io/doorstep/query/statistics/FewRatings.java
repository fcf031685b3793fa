package io.doorstep.query.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 少数隐匿。 Hides what fewer than five petitioners think, and so much beside it that nobody gets it by taking the rows he sees
 * from their sum. A row that is hidden hides all below it.
 */
final class FewRatings {

    private final Statistics.Answer answer;
    private final Question question;
    private final Hierarchy hierarchy;

    private FewRatings(Statistics.Answer answer, Question question, Hierarchy hierarchy) {
        this.answer = answer;
        this.question = question;
        this.hierarchy = hierarchy;
    }

    /** Why a number is hidden, as the wire has it. */
    static String why(long least) {
        return least == Suppression.LEAST ? "FEWER_THAN_FIVE" : "FEWER_THAN_MINIMUM";
    }

    static Statistics.Answer hide(Statistics.Answer answer, Question question, Hierarchy hierarchy) {
        var few = new FewRatings(answer, question, hierarchy);
        var definitions = question.window().definitions();
        for (var figure : definitions.figures()) {
            var least = definitions.rule(figure).minimum();
            if (least > 0) {
                few.hide(figure, least);
            }
        }
        return answer;
    }

    private void hide(Figure figure, long least) {
        var total = answer.total().tally(figure);
        if (total.denominator() > 0 && total.denominator() < least) {
            answer.rows().forEach(row -> row.tally(figure).suppress(least));
            total.suppress(least);
            return;
        }
        var below = below();
        descend(figure, least, total.denominator(), below.getOrDefault("", List.of()), below);
    }

    private void descend(Figure figure, long least, long all, List<Row> rows, Map<String, List<Row>> below) {
        var counts = new ArrayList<long[]>();
        rows.forEach(row -> counts.add(new long[] {row.tally(figure).denominator()}));
        var rest = all - counts.stream().mapToLong(count -> count[0]).sum();
        if (rest > 0) {
            counts.add(new long[] {rest});
        }
        var hidden = Suppression.of(counts, least).rows();
        for (var n = 0; n < rows.size(); n++) {
            var row = rows.get(n);
            var children = below.getOrDefault(row.key(), List.of());
            if (hidden.contains(n)) {
                suppress(figure, least, row, below);
            } else {
                descend(figure, least, row.tally(figure).denominator(), children, below);
            }
        }
    }

    private void suppress(Figure figure, long least, Row row, Map<String, List<Row>> below) {
        row.tally(figure).suppress(least);
        below.getOrDefault(row.key(), List.of()).forEach(child -> suppress(figure, least, child, below));
    }

    /** The rows right below each key; those below nothing that has a row stand below the total, whose key is empty. */
    private Map<String, List<Row>> below() {
        var keys = answer.rows().stream().map(Row::key).toList();
        var below = new LinkedHashMap<String, List<Row>>();
        answer.rows().forEach(row -> {
            var above = above(row).stream()
                    .filter(keys::contains)
                    .reduce((higher, nearer) -> nearer)
                    .orElse("");
            below.computeIfAbsent(above, key -> new ArrayList<>()).add(row);
        });
        return below;
    }

    private List<String> above(Row row) {
        var by = question.by();
        var line = by == Dimension.PLACE
                ? hierarchy.place(row.key())
                : by == Dimension.CATEGORY ? hierarchy.category(row.key()) : List.of(row.key());
        return line.stream().filter(code -> !code.equals(row.key())).toList();
    }
}
