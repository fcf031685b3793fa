package io.doorstep.ledger;

import java.util.List;

/**
 * 台账行。 One row of a table.
 *
 * @param line where the row starts: the row's number in a workbook, the line in a CSV file, both counted from 1
 */
public record LedgerRow(long line, List<LedgerCell> cells) {

    private static final LedgerCell BLANK = new LedgerCell.Blank();

    public LedgerRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0; blank beyond the row's end. */
    public LedgerCell cell(int column) {
        return column < cells.size() ? cells.get(column) : BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(LedgerCell::isBlank);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
