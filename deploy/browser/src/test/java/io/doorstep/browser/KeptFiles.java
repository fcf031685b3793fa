package io.doorstep.browser;

import io.doorstep.vault.MasterKey;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * 封存的文件。 What lies in the folder of an office whose process has ended, opened with its master key: files as they were handed
 * in. Its pages show pictures drawn anew (docs/decisions/0032).
 */
final class KeptFiles {
    private final SealedFiles files;

    KeptFiles(Path data) {
        try {
            var key = Files.readString(data.resolve("master.key")).strip();
            var database = new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("doorstep"), "sa", "");
            var vault = new Vault(JdbcClient.create(database), MasterKey.ofBase64(key), Clock.systemUTC());
            files = new SealedFiles(data.resolve("attachments"), vault);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] read(String caseId, String sha256) {
        return files.read(caseId, sha256).orElseThrow();
    }
}
