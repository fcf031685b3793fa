package io.doorstep.command.imports;

import io.doorstep.command.imports.Preview.Column;
import io.doorstep.command.imports.Preview.Row;
import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import io.doorstep.ledger.kept.MendColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 看台账。 What is seen of a ledger while its rows go by: the first of them, and what its columns hold. */
final class LedgerGlance {

    private static final int FIRST_ROWS = 10;
    private static final int LONGEST_CELL = 120;

    private final Map<Integer, String> headings = new LinkedHashMap<>();
    private final Map<Integer, ColumnGlance> glances = new LinkedHashMap<>();
    private final List<Row> first = new ArrayList<>();
    private long total;

    LedgerGlance(LedgerRow row) {
        for (var column : MendColumn.others(row)) {
            headings.put(column, Words.ofOneLine(row.cell(column).text()));
            glances.put(column, new ColumnGlance());
        }
    }

    void look(LedgerRow row) {
        total++;
        glances.forEach((column, glance) -> glance.look(row.cell(column)));
        if (first.size() < FIRST_ROWS) {
            first.add(new Row(
                    row.line(),
                    headings.keySet().stream()
                            .map(column -> shown(row.cell(column)))
                            .toList()));
        }
    }

    private static String shown(LedgerCell cell) {
        var text =
                Words.ofOneLine(cell instanceof LedgerCell.Moment ? cell.text().replace('T', ' ') : cell.text());
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }

    List<Row> first() {
        return first;
    }

    long total() {
        return total;
    }

    List<Column> columns(LedgerWords words, CodeGuess codes) {
        var targets = new HeadingGuess(words).targets(headings);
        var result = new ArrayList<Column>();
        glances.forEach((index, glance) -> {
            var heading = headings.getOrDefault(index, "");
            var target = targets.get(index);
            var values = glance.values();
            var ambiguous = headings.values().stream().filter(heading::equals).count() > 1;
            result.add(new Column(
                    result.size(),
                    heading,
                    ambiguous,
                    target == null || ambiguous ? null : target.wire(),
                    glance.dates().formats(),
                    glance.dates().trueDates(),
                    glance.dates().ambiguous(),
                    values,
                    values == null ? Map.of() : codes.of(values)));
        });
        return result;
    }
}
