package io.doorstep.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Security;

/**
 * 密钥库中的主密钥。 A master key that lies in a keystore of Java: a file (PKCS12), or a cryptographic device by PKCS#11, out of
 * which it never comes. Such keys wrap with AES-GCM, whatever words are sealed with: it is what devices offer through Java.
 */
public final class StoredKey implements KeyWrapping {

    private final String id;
    private final Key key;

    private StoredKey(String id, Key key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Opens the keystore and finds the key.
     *
     * @param type PKCS12, PKCS11, or another that the JDK knows
     * @param file the keystore; for PKCS11 the configuration of the device's library
     */
    public static StoredKey in(String type, Path file, char[] password, String alias) {
        try {
            var key = open(type, file, password).getKey(alias, password);
            if (key == null) {
                throw new IllegalStateException("the keystore has no key under the alias " + alias);
            }
            return new StoredKey(type + ":" + alias, key);
        } catch (GeneralSecurityException | IOException closed) {
            throw new IllegalStateException("the keystore of the master key does not open: " + file, closed);
        }
    }

    private static KeyStore open(String type, Path file, char[] password) throws GeneralSecurityException, IOException {
        if (type.equals("PKCS11")) {
            var device = Security.getProvider("SunPKCS11").configure(file.toString());
            Security.addProvider(device);
            var store = KeyStore.getInstance(type, device);
            store.load(null, password);
            return store;
        }
        var store = KeyStore.getInstance(type);
        try (var content = Files.newInputStream(file)) {
            store.load(content, password);
        }
        return store;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] plain) {
        return AesGcm.encrypt(key, plain);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        return AesGcm.decrypt(key, wrapped);
    }
}
