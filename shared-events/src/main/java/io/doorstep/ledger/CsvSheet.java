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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** CSV 表。 Rows of a CSV file; separated by comma, semicolon or tab, whichever its first line has most of. */
final class CsvSheet implements Sheet {

    private static final int FIRST_LINE_LIMIT = 65_536;

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;

    private CsvSheet(CsvReader<CsvRecord> csv) {
        this.csv = csv;
        this.records = csv.iterator();
    }

    static CsvSheet open(Path file) throws IOException {
        var charset = CharsetSniffer.charsetOf(file);
        var reader = reader(file, charset);
        return new CsvSheet(CsvReader.builder()
                .fieldSeparator(separator(file, charset))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader));
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        // InputStreamReader replaces a broken character; Files.newBufferedReader would give up on the whole file
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static char separator(Path file, Charset charset) throws IOException {
        int[] found = new int[128];
        boolean quoted = false;
        try (var reader = reader(file, charset)) {
            int c = reader.read();
            for (int i = 0; i < FIRST_LINE_LIMIT && c >= 0 && (quoted || (c != '\n' && c != '\r')); i++) {
                quoted = (c == '"') != quoted;
                if (!quoted && c < 128) {
                    found[c]++;
                }
                c = reader.read();
            }
        }
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            most = found[candidate] > found[most] ? candidate : most;
        }
        return most;
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
                        .<LedgerCell>map(field -> field.isEmpty() ? new LedgerCell.Blank() : new LedgerCell.Text(field))
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
