package io.doorstep.proof.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Pattern;

/** 外存目录。 A folder, best on another machine, that gets a copy of every checkpoint; one that is there is never written again. */
public final class CopiesFolder {

    private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{12})\\.txt");

    private final Path folder;
    private final Sections sections;

    public CopiesFolder(Path folder, Sections sections) {
        this.folder = folder;
        this.sections = sections;
    }

    /** Writes what is not there yet; answers how many checkpoints that were. */
    public int bringUpToDate() {
        try {
            Files.createDirectories(folder);
            var missing = sections.after(last());
            for (var size : missing) {
                write(size);
            }
            return missing.size();
        } catch (IOException failure) {
            throw new UncheckedIOException("checkpoints cannot be copied to " + folder, failure);
        }
    }

    private void write(long size) throws IOException {
        var whole = folder.resolve("checkpoint-%012d.txt".formatted(size));
        var part = Files.createTempFile(folder, "checkpoint", ".part");
        Files.writeString(part, sections.text(size).orElseThrow());
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private long last() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Long.parseLong(name.group(1)))
                    .max(Comparator.naturalOrder())
                    .orElse(0L);
        }
    }
}
