package io.doorstep.vault;

import io.doorstep.digest.Sha256;
import io.doorstep.files.DiskFiles;
import io.doorstep.files.FileStore;
import io.doorstep.web.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;

/**
 * 密封文件。 Files of cases, sealed under the key of their case and named by the SHA-256 of their plain content.
 *
 * <p>Erasing the case's key makes its files unreadable too. While the store does not work, keeping and reading are refused with
 * ATTACHMENTS_UNAVAILABLE (503), and nothing is half kept.
 */
public final class SealedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SealedFiles.class);
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final FileStore store;
    private final Vault vault;

    public SealedFiles(FileStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** On disk. */
    public SealedFiles(Path folder, Vault vault) {
        this(new DiskFiles(folder), vault);
    }

    /** Keeps the content durably and answers its SHA-256, in lower-case hex. */
    public String keep(String caseId, byte[] content) {
        var sha256 = Sha256.hex(content);
        var closed = seal(caseId, content);
        try {
            store.put(folder(caseId), sha256, closed);
        } catch (IOException failure) {
            throw unavailable("written", failure);
        }
        return sha256;
    }

    /** The content; empty when there is no such file, or its key was destroyed. */
    public Optional<byte[]> read(String caseId, String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return store.get(folder(caseId), sha256).flatMap(kept -> vault.openBytes(caseId, kept));
        } catch (IOException failure) {
            throw unavailable("read", failure);
        }
    }

    /** Removes the files of a case that no key opens any more; while the store does not work they stay, unreadable. */
    public void removeUnreadable(String caseId) {
        try {
            for (var name : store.names(folder(caseId))) {
                var kept = store.get(folder(caseId), name);
                if (kept.isPresent() && vault.openBytes(caseId, kept.get()).isEmpty()) {
                    store.remove(folder(caseId), name);
                }
            }
        } catch (IOException failure) {
            LOG.warn("unreadable files of a case stay for now", failure);
        }
    }

    private byte[] seal(String caseId, byte[] content) {
        try {
            return vault.sealBytes(caseId, content);
        } catch (DuplicateKeyException keyMadeMeanwhile) {
            return vault.sealBytes(caseId, content);
        }
    }

    private static String folder(String caseId) {
        return UUID.fromString(caseId).toString();
    }

    private static Named unavailable(String what, IOException failure) {
        LOG.error("an attachment cannot be {}", what, failure);
        return new Named(HttpStatus.SERVICE_UNAVAILABLE, "ATTACHMENTS_UNAVAILABLE");
    }
}
