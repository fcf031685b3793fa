package io.doorstep.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 备份架。 How long archives stay: so many of the facts, and the keys for days only, or else an erasure would not hold (docs/decisions/0023).
 *
 * @param facts number of archives of facts that are kept
 * @param keysFor how long archives of keys are kept
 */
public record Shelf(int facts, Duration keysFor) {

    private static final Pattern NAME = Pattern.compile("doorstep-(facts|keys)-\\d{8}T\\d{6}Z\\.age(\\.part)?");

    /** There is always one. */
    public Shelf {
        if (facts < 1) {
            throw new IllegalArgumentException("doorstep.backup.keep is a number from 1 on");
        }
    }

    /** What a process left that was killed while it wrote. */
    static void removeUnfinished(Path folder) throws IOException {
        for (var file : ours(folder, "")) {
            if (file.toString().endsWith(ArchiveFile.UNFINISHED)) {
                Files.deleteIfExists(file);
            }
        }
    }

    void clear(Backup.Places places, Instant now) throws IOException {
        var kept = 0;
        for (var file : ours(places.facts(), "facts")) {
            if (++kept > facts) {
                Files.deleteIfExists(file);
            }
        }
        var newest = true;
        for (var file : ours(places.keys(), "keys")) {
            var old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(keysFor));
            if (old && !newest) {
                Files.deleteIfExists(file);
            }
            newest = false;
        }
    }

    /** Newest first; whatever else lies there is not ours. */
    private static List<Path> ours(Path folder, String part) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var name = NAME.matcher(file.getFileName().toString());
                        return name.matches()
                                && (part.isEmpty() || (part.equals(name.group(1)) && name.group(2) == null));
                    })
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }
}
