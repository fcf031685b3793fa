package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 表头。 In which column each target stands, and the row that says so. */
final class Headings {

    /** Ledgers often open with a title or a date before the row of headings. */
    static final int ROWS_BEFORE = 10;

    private final LedgerRow row;
    private final Map<Target, Integer> columns;

    private Headings(LedgerRow row, Map<Target, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    LedgerRow row() {
        return row;
    }

    /** The column, counted from 0; null when the target has none. */
    @Nullable
    Integer column(Target target) {
        return columns.get(target);
    }

    /**
     * Reads up to the row that has all headings of the mapping.
     *
     * @throws Malformed naming each heading that the best row lacks, or has twice
     */
    static Headings find(Iterator<LedgerRow> rows, Mapping mapping) {
        List<FieldProblem> fewest = List.of(FieldProblem.of("file", "EMPTY_FILE"));
        for (var i = 0; i <= ROWS_BEFORE && rows.hasNext(); i++) {
            var row = rows.next();
            var problems = new ArrayList<FieldProblem>();
            var columns = new EnumMap<Target, Integer>(Target.class);
            mapping.headings().forEach((target, heading) -> {
                var found = matches(row, heading);
                if (found.size() == 1) {
                    columns.put(target, found.get(0));
                } else {
                    problems.add(FieldProblem.of(
                            "columns." + target.wire(), found.isEmpty() ? "UNKNOWN_HEADING" : "AMBIGUOUS_HEADING"));
                }
            });
            if (problems.isEmpty()) {
                return new Headings(row, columns);
            }
            fewest = i == 0 || problems.size() < fewest.size() ? problems : fewest;
        }
        throw new Malformed(fewest);
    }

    private static List<Integer> matches(LedgerRow row, String heading) {
        var wanted = Words.ofOneLine(heading);
        return IntStream.range(0, row.cells().size())
                .filter(i -> Words.ofOneLine(row.cell(i).text()).equals(wanted))
                .boxed()
                .toList();
    }
}
