package io.doorstep.ledger;

import io.doorstep.ledger.UnreadableLedger.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * 台账读取器。 Opens a workbook (.xlsx) or a CSV file (UTF-8 with or without BOM, UTF-16 with BOM, GBK, GB18030) as a
 * {@link Sheet}; which it is, the first bytes tell, never the name.
 */
public final class LedgerReader {

    private LedgerReader() {}

    /** The file's only, or first, table. */
    public static Sheet open(Path file) {
        return open(file, null);
    }

    /**
     * A table of the file.
     *
     * @param sheet name of the workbook's sheet; null for the first; ignored by CSV
     */
    public static Sheet open(Path file, @Nullable String sheet) {
        try {
            var head = head(file);
            if (ReadableWorkbook.isOLE2Header(head)) {
                throw new UnreadableLedger(Reason.OLD_OR_LOCKED_WORKBOOK);
            }
            return ReadableWorkbook.isOOXMLZipHeader(head) ? XlsxSheet.open(file, sheet) : CsvSheet.open(file);
        } catch (IOException e) {
            throw UnreadableLedger.because(e);
        }
    }

    /** The first table of an upload, kept in a temporary file of the owner's until the sheet is closed. */
    public static Sheet open(InputStream upload) {
        Path file = null;
        try {
            file = Files.createTempFile("ledger", ".tmp");
            Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(open(file), file);
        } catch (IOException e) {
            discard(file);
            throw UnreadableLedger.because(e);
        } catch (RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.copyOf(in.readNBytes(8), 8);
        }
    }

    private static void discard(@Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }

    private record Spooled(Sheet sheet, Path file) implements Sheet {
        @Override
        public Iterator<LedgerRow> iterator() {
            return sheet.iterator();
        }

        @Override
        public void close() {
            sheet.close();
            discard(file);
        }
    }
}
