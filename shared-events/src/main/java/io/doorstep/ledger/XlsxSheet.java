package io.doorstep.ledger;

import io.doorstep.ledger.UnreadableLedger.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Excel 表。 Rows of one sheet of a workbook, pulled from the zip as they are asked for. */
final class XlsxSheet implements Sheet {

    /** Excel writes a carriage return, and whatever XML cannot hold, in this way. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ReadableWorkbook workbook;
    private final Stream<Row> rows;

    private XlsxSheet(ReadableWorkbook workbook, Stream<Row> rows) {
        this.workbook = workbook;
        this.rows = rows;
    }

    /** Opens the zip: from a file at random, from memory at once. */
    interface Book {
        ReadableWorkbook open(ReadingOptions options) throws IOException;
    }

    static XlsxSheet open(Book book, @Nullable String name) throws IOException {
        ReadableWorkbook workbook;
        try {
            workbook = book.open(new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            throw UnreadableLedger.because(e);
        }
        try {
            var sheet = (name == null ? workbook.getSheet(0) : workbook.findSheet(name))
                    .orElseThrow(() -> new UnreadableLedger(Reason.UNKNOWN_SHEET));
            return new XlsxSheet(workbook, sheet.openStream());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e instanceof UnreadableLedger unreadable ? unreadable : UnreadableLedger.because(e);
        }
    }

    /** Names of the sheets that its author shows; of all when he shows none. */
    static List<String> names(Book book) throws IOException {
        try (var workbook = book.open(new ReadingOptions(true, true))) {
            var all = workbook.getSheets().toList();
            var shown = all.stream()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            return (shown.isEmpty() ? all : shown)
                    .stream().map(sheet -> sheet.getName()).toList();
        } catch (RuntimeException e) {
            throw UnreadableLedger.because(e);
        }
    }

    @Override
    public Iterator<LedgerRow> iterator() {
        var pulled = rows.iterator();
        return new Iterator<>() {
            // the reader answers a broken sheet with its own, the parser's or plain unchecked exceptions
            @Override
            public boolean hasNext() {
                try {
                    return pulled.hasNext();
                } catch (RuntimeException e) {
                    throw UnreadableLedger.because(e);
                }
            }

            @Override
            public LedgerRow next() {
                try {
                    return row(pulled.next());
                } catch (RuntimeException e) {
                    throw UnreadableLedger.because(e);
                }
            }
        };
    }

    private LedgerRow row(Row row) {
        List<LedgerCell> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? new LedgerCell.Blank() : cell(cell));
        }
        return new LedgerRow(row.getRowNum(), cells);
    }

    private LedgerCell cell(Cell cell) {
        Object value = cell.getValue();
        if (value == null || cell.getType() == CellType.ERROR) {
            return new LedgerCell.Blank();
        }
        if (value instanceof BigDecimal number) {
            return ExcelDates.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                    ? ExcelDates.moment(number, workbook.isDate1904())
                    : new LedgerCell.Numeric(number);
        }
        return new LedgerCell.Text(Words.unmarked(unescaped(value.toString())));
    }

    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    @Override
    public void close() {
        rows.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
