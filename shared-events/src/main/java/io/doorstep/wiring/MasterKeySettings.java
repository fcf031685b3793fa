package io.doorstep.wiring;

import io.doorstep.vault.KeyFile;
import io.doorstep.vault.KeyWrapping;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.MasterKeys;
import io.doorstep.vault.SealingCipher;
import io.doorstep.vault.StoredKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Finds the master keys where the settings say: under {@code doorstep.vault} the one in use, under {@code doorstep.vault.next}
 * the one that a rotation changes to; each as a value (which an environment variable can be), a file, or a keystore.
 */
final class MasterKeySettings {

    private final Environment settings;

    MasterKeySettings(Environment settings) {
        this.settings = settings;
    }

    SealingCipher cipher() {
        return switch (settings.getProperty("doorstep.vault.cipher", "aes")) {
            case "aes" -> SealingCipher.AES;
            case "sm" -> SealingCipher.SM;
            default -> throw new IllegalStateException("doorstep.vault.cipher must be aes or sm");
        };
    }

    MasterKeys keys() {
        var first = key("doorstep.vault")
                .orElseThrow(() -> new IllegalStateException(
                        "no master key: set doorstep.vault.master-key, .master-key-file or .keystore.type"));
        return new MasterKeys(Stream.concat(Stream.of(first), key("doorstep.vault.next").stream())
                .toList());
    }

    private Optional<KeyWrapping> key(String prefix) {
        var type = settings.getProperty(prefix + ".keystore.type", "");
        var file = settings.getProperty(prefix + ".master-key-file", "");
        var value = settings.getProperty(prefix + ".master-key", "");
        if (!type.isBlank()) {
            return Optional.of(StoredKey.in(
                    type,
                    Path.of(settings.getRequiredProperty(prefix + ".keystore.file")),
                    settings.getProperty(prefix + ".keystore.password", "").toCharArray(),
                    settings.getProperty(prefix + ".keystore.alias", "doorstep")));
        }
        if (!file.isBlank()) {
            return Optional.of(MasterKey.ofBase64(KeyFile.read(Path.of(file)), cipher()));
        }
        return value.isBlank() ? Optional.empty() : Optional.of(MasterKey.ofBase64(value, cipher()));
    }
}
