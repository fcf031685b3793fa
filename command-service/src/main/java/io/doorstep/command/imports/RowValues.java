package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import io.doorstep.vault.Private;
import io.doorstep.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 行内取值。 The values of one row as the mapping has them; gathers what is wrong, and all that the row means. */
final class RowValues {

    private final LedgerRow row;
    private final RowRules rules;
    private final List<RowProblem> problems = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    RowValues(LedgerRow row, RowRules rules) {
        this.row = row;
        this.rules = rules;
    }

    List<RowProblem> problems() {
        return problems;
    }

    boolean faulty() {
        return problems.stream().anyMatch(problem -> problem.severity() == RowProblem.Severity.ERROR);
    }

    /** All values that were asked for, for telling whether a row is the same as before. */
    Private content() {
        return new Private(content.toString());
    }

    void error(Target target, String code) {
        problems.add(new RowProblem(FieldProblem.of(target.wire(), code), RowProblem.Severity.ERROR));
    }

    void warn(Target target, String code) {
        problems.add(new RowProblem(FieldProblem.of(target.wire(), code), RowProblem.Severity.WARNING));
    }

    /** Words, or a code of ours; null when there are none, or wrong ones. */
    @Nullable
    String words(Target target) {
        var text = cleaned(target, cell(target));
        var value = text.isEmpty() ? rules.constants().get(target) : translated(target, text);
        if (value == null) {
            if (text.isEmpty() && target.required()) {
                error(target, "REQUIRED");
            }
            return null;
        }
        var fault = rules.vocabulary().fault(target, value, target.wire());
        if (fault.isPresent()) {
            problems.add(new RowProblem(fault.get(), RowProblem.Severity.ERROR));
            return null;
        }
        remember(target, value);
        return value;
    }

    @Nullable
    Private privately(Target target) {
        var words = words(target);
        return words == null ? null : new Private(words);
    }

    <E extends Enum<E>> Optional<E> oneOf(Target target, Class<E> constants) {
        return Optional.ofNullable(words(target)).map(name -> Enum.valueOf(constants, name));
    }

    /** A day or moment; null when there is none, or none that can be read. */
    @Nullable
    LedgerTime time(Target target) {
        var cell = cell(target);
        var constant = rules.constants().get(target);
        if (cell.isBlank() && constant == null) {
            if (target.required()) {
                error(target, "REQUIRED");
            }
            return null;
        }
        var time = cell.isBlank() && constant != null
                ? rules.times().read(constant)
                : rules.times().read(cell);
        if (time.isEmpty()) {
            error(target, "UNREADABLE_DATE");
            return null;
        }
        remember(target, time.get().at().toString());
        return time.get();
    }

    /** A day or moment that lies behind us. */
    @Nullable
    LedgerTime past(Target target) {
        var time = time(target);
        if (time != null && time.at().isAfter(rules.latest())) {
            error(target, "AHEAD_OF_TIME");
            return null;
        }
        return time;
    }

    private LedgerCell cell(Target target) {
        var column = rules.headings().column(target);
        return column == null ? new LedgerCell.Blank() : row.cell(column);
    }

    private static String cleaned(Target target, LedgerCell cell) {
        return target.sort() == Target.Sort.TEXT ? Words.ofManyLines(cell.text()) : Words.ofOneLine(cell.text());
    }

    private @Nullable String translated(Target target, String theirs) {
        Map<String, String> table = rules.codes().get(target);
        if (table == null) {
            return theirs;
        }
        var ours = table.getOrDefault(theirs, table.get(Mapping.OTHERS));
        if (ours == null) {
            error(target, "UNKNOWN_CODE");
        }
        return ours;
    }

    private void remember(Target target, String value) {
        content.append(target.wire()).append('=').append(value).append('\u0000');
    }
}
