package io.doorstep.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/** 密钥文件。 Reads a master key from a file that nobody but its owner may read; refuses one that others can. */
public final class KeyFile {

    private KeyFile() {}

    public static String read(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var open = EnumSet.copyOf(EnumSet.allOf(PosixFilePermission.class));
                open.removeIf(permission -> permission.name().startsWith("OWNER"));
                open.retainAll(Files.getPosixFilePermissions(file));
                if (!open.isEmpty()) {
                    throw new IllegalStateException("others than its owner may use the master key " + file
                            + ": chmod 600 it, and think of who may have read it");
                }
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the master key cannot be read: " + file, unreadable);
        }
    }
}
