package io.doorstep.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** 磁盘存放。 A folder that all nodes share, with a folder for each case. */
public final class DiskFiles implements FileStore {

    private static final String UNFINISHED = "unfinished";

    private final Path folder;

    public DiskFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String caseId, String name, byte[] content) throws IOException {
        var of = Files.createDirectories(folder.resolve(caseId));
        var unfinished = Files.createTempFile(of, UNFINISHED, null);
        try {
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(
                    unfinished, of.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(of);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public Optional<byte[]> get(String caseId, String name) throws IOException {
        var file = folder.resolve(caseId).resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public List<String> names(String caseId) throws IOException {
        var of = folder.resolve(caseId);
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (var all = Files.list(of)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(UNFINISHED))
                    .toList();
        }
    }

    @Override
    public void remove(String caseId, String name) throws IOException {
        Files.deleteIfExists(folder.resolve(caseId).resolve(name));
    }

    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows cannot open a folder; there the move itself is durable
        }
    }
}
