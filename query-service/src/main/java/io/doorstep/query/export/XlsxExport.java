package io.doorstep.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Excel 工作簿。 One worksheet after another of at most a million rows; what is written leaves memory every thousand rows.
 */
public final class XlsxExport implements Export {

    private static final int FLUSH_EVERY = 1_000;
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    // before that day Excel's count of days is off by one, or does not exist
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final ZoneId zone;

    /** Moments are written as local time of this zone, the office's. */
    public XlsxExport(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public MediaType mediaType() {
        return MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Override
    public void write(OutputStream out, Table table) throws IOException {
        // closing the workbook would finish the file even after a failure and pass it off as whole
        @SuppressWarnings("resource")
        var book = new Workbook(out, "Doorstep", "1.0");
        var sheets = new Sheets(book, table);
        table.rows().forEachOrdered(sheets::add);
        book.finish();
        out.flush();
    }

    /** The sheet being written, and its successors. */
    private final class Sheets {

        private final Workbook book;
        private final Table table;
        private Worksheet sheet;
        private int count = 1;
        private int row;

        Sheets(Workbook book, Table table) {
            this.book = book;
            this.table = table;
            this.sheet = begin(table.name());
        }

        private Worksheet begin(String name) {
            var begun = book.newWorksheet(name);
            begun.freezePane(0, 1);
            for (var column = 0; column < table.headings().size(); column++) {
                begun.width(column, 18);
                begun.inlineString(0, column, text(table.headings().get(column)));
                begun.style(0, column).bold().set();
            }
            row = 1;
            return begun;
        }

        void add(List<@Nullable Object> cells) {
            try {
                if (row == MOST_ROWS) {
                    sheet.finish();
                    sheet = begin(table.name() + " " + ++count);
                }
                for (var column = 0; column < cells.size(); column++) {
                    cell(column, cells.get(column));
                }
                row++;
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void cell(int column, @Nullable Object value) {
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            } else if (value instanceof Instant moment) {
                moment(column, LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), zone));
            } else if (value instanceof LocalDateTime moment) {
                moment(column, moment);
            } else if (value != null) {
                sheet.inlineString(row, column, text(value.toString()));
            }
        }

        private void moment(int column, LocalDateTime moment) {
            if (moment.toLocalDate().isBefore(FIRST_DAY)) {
                sheet.inlineString(row, column, moment.toString());
                return;
            }
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        }

        private static String text(String value) {
            var plain = PlainText.of(value);
            return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) : plain;
        }
    }
}
