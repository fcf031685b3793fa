package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 看一栏。 What stands in one column, as far as a mapping needs to know. */
final class ColumnGlance {

    private static final int MOST_VALUES = 150;
    private static final int LONGEST_VALUE = 60;

    private final DateGuess dates = new DateGuess();
    private final Set<String> values = new LinkedHashSet<>();
    private boolean few = true;

    void look(LedgerCell cell) {
        dates.look(cell);
        if (few && !cell.isBlank()) {
            var value = Words.ofOneLine(cell.text());
            values.add(value);
            few = values.size() <= MOST_VALUES && value.length() <= LONGEST_VALUE;
        }
    }

    DateGuess dates() {
        return dates;
    }

    /** In the order in which they come; null when there are too many to choose a code for each. */
    @Nullable
    List<String> values() {
        return few ? List.copyOf(values) : null;
    }
}
