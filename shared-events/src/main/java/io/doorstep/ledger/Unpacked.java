package io.doorstep.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** 解压检查。 What is in an archive, unless it unpacks to more than anybody would write in an office. */
public final class Unpacked {

    /** What a workbook of some million cells unpacks to. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int MOST_ENTRIES = 10_000;

    private Unpacked() {}

    /** Names of the entries; empty when there are too many bytes or entries: it is read no further than that. */
    public static Optional<Set<String>> names(InputStream archive) throws IOException {
        var names = new LinkedHashSet<String>();
        var buffer = new byte[64 * 1024];
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (names.size() > MOST_ENTRIES) {
                    return Optional.empty();
                }
                for (var read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(names);
    }
}
