package io.doorstep.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** 备份文件。 A file that is there whole or not at all: written beside, brought to the disk, and only then given its name. */
final class ArchiveFile implements AutoCloseable {

    static final String UNFINISHED = ".part";

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path beside;
    private final OutputStream out;

    ArchiveFile(Path target, List<String> recipients) throws IOException {
        this.target = target;
        this.beside = target.resolveSibling(target.getFileName() + UNFINISHED);
        var file = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            this.out = new BufferedOutputStream(Age.encrypting(file, recipients), BUFFER);
        } catch (IOException | RuntimeException failure) {
            file.close();
            Files.deleteIfExists(beside);
            throw failure;
        }
    }

    /** Closing what writes into it does not close the file: that is for {@link #keep}. */
    OutputStream out() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** It is whole: from now on it has its name. Answers its size in bytes. */
    long keep() throws IOException {
        out.close();
        var size = Files.size(beside);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
        return size;
    }

    /** Without {@link #keep} nothing is left. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException diskIsFullStill) {
            // what could not be written is deleted anyway
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A new name is on the disk when its folder is; Windows has no such thing. */
    private void syncFolder() throws IOException {
        var folder = target.toAbsolutePath().getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            }
        }
    }
}
