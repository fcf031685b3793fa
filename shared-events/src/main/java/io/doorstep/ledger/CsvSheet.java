package io.doorstep.ledger;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * CSV 表。 Rows of a CSV file; separated by comma, semicolon or tab, whichever the first line has most of that
 * is no remark (#).
 */
final class CsvSheet implements Sheet {

    private static final int FIRST_LINE_LIMIT = 65_536;

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;

    private CsvSheet(CsvReader<CsvRecord> csv) {
        this.csv = csv;
        this.records = csv.iterator();
    }

    static CsvSheet open(LedgerBytes file, @Nullable Charset known) throws IOException {
        // what the file itself says is right, also when somebody saved it anew in another charset
        var marked = CharsetSniffer.marked(file);
        var charset = marked != null ? marked : known == null ? CharsetSniffer.charsetOf(file) : known;
        var reader = reader(file, charset);
        return new CsvSheet(CsvReader.builder()
                .fieldSeparator(separator(file, charset))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader));
    }

    private static BufferedReader reader(LedgerBytes file, Charset charset) throws IOException {
        // InputStreamReader replaces a broken character; Files.newBufferedReader would give up on the whole file
        var reader = new BufferedReader(new InputStreamReader(file.open(), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static char separator(LedgerBytes file, Charset charset) throws IOException {
        int[] found = new int[128];
        try (var reader = reader(file, charset)) {
            boolean remark = true;
            while (remark) {
                Arrays.fill(found, 0);
                remark = count(reader, found);
            }
        }
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            most = found[candidate] > found[most] ? candidate : most;
        }
        return most;
    }

    /** Counts a line's characters outside of quotes; true when it is a remark, which tells nothing, and more follows. */
    private static boolean count(BufferedReader reader, int[] found) throws IOException {
        int first = reader.read();
        boolean quoted = false;
        int c = first;
        for (int i = 0; i < FIRST_LINE_LIMIT && c >= 0 && (quoted || (c != '\n' && c != '\r')); i++) {
            quoted = (c == '"') != quoted;
            if (!quoted && c < 128) {
                found[c]++;
            }
            c = reader.read();
        }
        return c >= 0 && (first == '#' || first == '\n' || first == '\r');
    }

    @Override
    public Iterator<LedgerRow> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException | UncheckedIOException e) {
                    throw UnreadableLedger.because(e);
                }
            }

            @Override
            public LedgerRow next() {
                try {
                    return row(records.next());
                } catch (CsvParseException | UncheckedIOException e) {
                    throw UnreadableLedger.because(e);
                }
            }
        };
    }

    private static LedgerRow row(CsvRecord csv) {
        return new LedgerRow(
                csv.getStartingLineNumber(),
                csv.getFields().stream()
                        .<LedgerCell>map(field ->
                                field.isEmpty() ? new LedgerCell.Blank() : new LedgerCell.Text(Words.unmarked(field)))
                        .toList());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
