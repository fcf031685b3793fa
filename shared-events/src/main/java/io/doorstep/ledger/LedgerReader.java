package io.doorstep.ledger;

import io.doorstep.ledger.UnreadableLedger.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
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
            return open(
                    () -> Files.newInputStream(file),
                    options -> new ReadableWorkbook(file.toFile(), options),
                    sheet,
                    null);
        } catch (IOException e) {
            throw UnreadableLedger.because(e);
        }
    }

    /**
     * A table of a file that is held in memory, so that nothing of it lies readable on a disk.
     *
     * @param sheet name of the workbook's sheet; null for the first; ignored by CSV
     * @param charset of a CSV file; null to find out; ignored by workbooks
     */
    public static Sheet open(byte[] file, @Nullable String sheet, @Nullable Charset charset) {
        try {
            return open(
                    () -> new ByteArrayInputStream(file),
                    options -> new ReadableWorkbook(new ByteArrayInputStream(file), options),
                    sheet,
                    charset);
        } catch (IOException e) {
            throw UnreadableLedger.because(e);
        }
    }

    /**
     * What kind of file it is, for somebody who is about to choose.
     *
     * @param sheets of a workbook, in its order; none of a CSV file
     * @param charset of a CSV file; null of a workbook
     */
    public record Outline(List<String> sheets, @Nullable Charset charset) {}

    public static Outline outline(byte[] file) {
        LedgerBytes bytes = () -> new ByteArrayInputStream(file);
        try {
            return ReadableWorkbook.isOOXMLZipHeader(sound(bytes))
                    ? new Outline(
                            XlsxSheet.names(options -> new ReadableWorkbook(new ByteArrayInputStream(file), options)),
                            null)
                    : new Outline(List.of(), CharsetSniffer.charsetOf(bytes));
        } catch (IOException e) {
            throw UnreadableLedger.because(e);
        }
    }

    private static Sheet open(LedgerBytes bytes, XlsxSheet.Book book, @Nullable String sheet, @Nullable Charset charset)
            throws IOException {
        return ReadableWorkbook.isOOXMLZipHeader(sound(bytes))
                ? XlsxSheet.open(book, sheet)
                : CsvSheet.open(bytes, charset);
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

    /** The first bytes, unless they are those of a workbook that nobody can read. */
    private static byte[] sound(LedgerBytes file) throws IOException {
        try (var in = file.open()) {
            var head = Arrays.copyOf(in.readNBytes(8), 8);
            if (ReadableWorkbook.isOLE2Header(head)) {
                throw new UnreadableLedger(Reason.OLD_OR_LOCKED_WORKBOOK);
            }
            if (ReadableWorkbook.isOOXMLZipHeader(head) && unpacksToTooMuch(file)) {
                throw new UnreadableLedger(Reason.UNPACKS_TO_TOO_MUCH);
            }
            return head;
        }
    }

    private static boolean unpacksToTooMuch(LedgerBytes file) throws IOException {
        try (var again = file.open()) {
            return Unpacked.names(again).isEmpty();
        } catch (ZipException torn) {
            return false; // whoever reads it says so
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
