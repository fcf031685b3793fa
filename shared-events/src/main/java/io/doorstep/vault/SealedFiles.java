package io.doorstep.vault;

import io.doorstep.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;

/**
 * 密封文件。 Files of cases on disk, sealed under the key of their case and named by the SHA-256 of their plain content.
 *
 * <p>Erasing the case's key makes its files unreadable too.
 */
public final class SealedFiles {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Vault vault;

    public SealedFiles(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Keeps the content durably and answers its SHA-256, in lower-case hex. */
    public String keep(String caseId, byte[] content) {
        var sha256 = Sha256.hex(content);
        try {
            write(file(caseId, sha256), seal(caseId, content));
        } catch (IOException failure) {
            throw new UncheckedIOException("an attachment cannot be written", failure);
        }
        return sha256;
    }

    /** The content; empty when there is no such file, or its key was destroyed. */
    public Optional<byte[]> read(String caseId, String sha256) {
        var file = file(caseId, sha256);
        if (!SHA_256.matcher(sha256).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return vault.openBytes(caseId, Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("an attachment cannot be read", failure);
        }
    }

    /** Removes the files of a case that no key opens any more. */
    public void removeUnreadable(String caseId) {
        var of = folder.resolve(UUID.fromString(caseId).toString());
        if (!Files.isDirectory(of)) {
            return;
        }
        try (var all = Files.list(of)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (vault.openBytes(caseId, Files.readAllBytes(file)).isEmpty()) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("an attachment cannot be removed", failure);
        }
    }

    private byte[] seal(String caseId, byte[] content) {
        try {
            return vault.sealBytes(caseId, content);
        } catch (DuplicateKeyException keyMadeMeanwhile) {
            return vault.sealBytes(caseId, content);
        }
    }

    private static void write(Path file, byte[] sealed) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var unfinished = Files.createTempFile(folder, "unfinished", null);
        try {
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(sealed);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows cannot open a folder; there the move itself is durable
        }
    }

    private Path file(String caseId, String sha256) {
        return folder.resolve(UUID.fromString(caseId).toString()).resolve(sha256);
    }
}
