package io.doorstep.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** 解压后的大小。 Tells archives that unpack to more than anybody would write from files of an office. */
public final class Unpacked {

    /** What a workbook of some million cells unpacks to. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int MOST_ENTRIES = 10_000;

    private Unpacked() {}

    /** Whether an archive holds more than so many bytes or too many entries; it is read no further than that. */
    public static boolean exceeds(InputStream archive, long mostBytes) throws IOException {
        var buffer = new byte[64 * 1024];
        var left = mostBytes;
        var entries = 0;
        try (var zip = new ZipInputStream(archive)) {
            while (zip.getNextEntry() != null) {
                if (++entries > MOST_ENTRIES) {
                    return true;
                }
                for (var read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
