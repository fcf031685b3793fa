package io.doorstep.standalone;

import io.doorstep.vault.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * 主密钥文件。 Where no master key is configured, keeps one in the data folder, readable by its owner only. It is made on
 * the first start and never again: a new key beside an old database would leave every sealed word unreadable.
 */
final class MasterKeyFile implements EnvironmentPostProcessor {
    private static final String PROPERTY = "doorstep.vault.master-key";

    private final Log log;

    MasterKeyFile(DeferredLogFactory logs) {
        this.log = logs.getLog(MasterKeyFile.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var folder = environment.getProperty("doorstep.data");
        if (folder == null || isKeptElsewhere(environment)) {
            return;
        }
        try {
            var key = keyIn(Path.of(folder));
            environment.getPropertySources().addLast(new MapPropertySource("master key file", Map.of(PROPERTY, key)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the master key can be neither read nor made in " + folder, failure);
        }
    }

    private static boolean isKeptElsewhere(ConfigurableEnvironment environment) {
        return Stream.of("master-key", "master-key-file", "keystore.type")
                .anyMatch(setting -> environment.containsProperty("doorstep.vault." + setting));
    }

    private String keyIn(Path folder) throws IOException {
        var file = folder.resolve("master.key");
        if (Files.exists(file)) {
            return KeyFile.read(file);
        }
        if (Files.exists(folder.resolve("doorstep.mv.db"))) {
            throw new IllegalStateException(
                    "there is a database in " + folder.toAbsolutePath().normalize()
                            + ", but its master.key is gone: put the key back from where it is kept");
        }
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var key = Base64.getEncoder().encodeToString(bytes);
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(folder, "rw-------"))) {
            channel.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
            // a key that a power cut takes leaves all that it sealed unreadable
            channel.force(true);
        } catch (FileAlreadyExistsException anotherStartMadeIt) {
            return Files.readString(file).strip();
        }
        var where = file.toAbsolutePath().normalize();
        log.warn("""

                ==================================================================================
                已生成主密钥 / A master key was made: %s
                个人信息由它加密。请另行妥善保存，切勿与数据库备份放在一起；丢失后无法恢复。
                It seals all personal data. Keep a copy apart from the backups of the database:
                whoever has both can read everything, and without the key nobody can.
                ==================================================================================
                """.formatted(where));
        return key;
    }

    /** Windows has no such permissions; there the folder's own protection must do. */
    private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
