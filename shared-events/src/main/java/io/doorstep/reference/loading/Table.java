package io.doorstep.reference.loading;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Sheet;
import io.doorstep.reference.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 来表。 Reads a sheet into drafts; rows that are blank or open with # are remarks. */
final class Table<E extends Entry<E>> {

    private final Form<E> form;
    private final List<RowFault> faults = new ArrayList<>();
    private final List<Draft<E>> drafts = new ArrayList<>();

    Table(Form<E> form) {
        this.form = form;
    }

    /** What the rows say, in their order; throws when any of them is malformed. */
    List<Draft<E>> read(Sheet sheet) {
        Map<Field, Integer> columns = null;
        for (var row : sheet) {
            if (row.isBlank() || row.cell(0).text().startsWith("#")) {
                continue;
            }
            if (columns == null) {
                columns = columns(row);
                refuseIfFaulty();
            } else {
                draft(new RowReader(row, columns, faults));
            }
        }
        if (columns == null) {
            faults.add(new RowFault(1, "", Fault.NO_HEADING));
        }
        refuseIfFaulty();
        return drafts;
    }

    private Map<Field, Integer> columns(LedgerRow heading) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (int i = 0; i < heading.cells().size(); i++) {
            if (!heading.cell(i).isBlank()) {
                column(heading, i, columns);
            }
        }
        for (var field : form.required()) {
            if (!columns.containsKey(field)) {
                faults.add(new RowFault(heading.line(), field.wire(), Fault.COLUMN_MISSING));
            }
        }
        return columns;
    }

    private void column(LedgerRow heading, int i, Map<Field, Integer> columns) {
        var field = Field.named(heading.cell(i).text()).filter(this::belongs).orElse(null);
        if (field == null) {
            faults.add(new RowFault(heading.line(), "column " + (i + 1), Fault.UNKNOWN_COLUMN));
        } else if (columns.put(field, i) != null) {
            faults.add(new RowFault(heading.line(), field.wire(), Fault.COLUMN_TWICE));
        }
    }

    private boolean belongs(Field field) {
        return field == Field.VALID_FROM
                || field == Field.VALID_TO
                || form.required().contains(field)
                || form.optional().contains(field);
    }

    private void draft(RowReader row) {
        var from = row.date(Field.VALID_FROM);
        var to = row.date(Field.VALID_TO);
        if (isEmptyTime(from, to)) {
            row.fault(Field.VALID_TO, Fault.WRONG_END);
        }
        drafts.add(new Draft<>(row.line(), form.entry(row), from, to));
    }

    private static boolean isEmptyTime(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && !to.isAfter(from);
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new RefusedLoad(faults);
        }
    }
}
