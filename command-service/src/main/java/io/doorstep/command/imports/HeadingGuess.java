package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 表头猜测。 Which of the first rows names the columns, and what each of them seems to be. */
final class HeadingGuess {

    private static final int LONGEST_HEADING = 40;
    private static final int WORTH_OF_A_KNOWN_ONE = 3;

    private final LedgerWords words;

    HeadingGuess(LedgerWords words) {
        this.words = words;
    }

    LedgerRow row(List<LedgerRow> first) {
        return first.stream().max(Comparator.comparingLong(this::worth)).orElseThrow();
    }

    private long worth(LedgerRow row) {
        var texts = row.cells().stream()
                .filter(cell -> cell instanceof LedgerCell.Text && !cell.isBlank())
                .map(cell -> Words.ofOneLine(cell.text()))
                .filter(text -> text.length() <= LONGEST_HEADING)
                .distinct()
                .toList();
        var known = texts.stream()
                .filter(text -> Stream.of(Target.values()).anyMatch(target -> words.fit(text, target) > 0))
                .count();
        return texts.size() + WORTH_OF_A_KNOWN_ONE * known;
    }

    private record Fit(int column, Target target, int worth) {}

    /** Each target for the column that fits it best, each column for one target at most. */
    Map<Integer, Target> targets(Map<Integer, String> headings) {
        var result = new HashMap<Integer, Target>();
        var given = EnumSet.noneOf(Target.class);
        headings.entrySet().stream()
                .flatMap(column -> Stream.of(Target.values())
                        .map(target -> new Fit(column.getKey(), target, words.fit(column.getValue(), target))))
                .filter(fit -> fit.worth() > 0)
                .sorted(Comparator.comparingInt(Fit::worth).reversed().thenComparing(Fit::column))
                .forEach(fit -> {
                    if (!result.containsKey(fit.column()) && given.add(fit.target())) {
                        result.put(fit.column(), fit.target());
                    }
                });
        return result;
    }
}
