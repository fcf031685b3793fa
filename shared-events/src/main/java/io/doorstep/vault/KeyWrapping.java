package io.doorstep.vault;

/**
 * 包裹密钥。 A master key, wherever it is kept: it wraps the keys in the database and never lies there itself. A key in a file or
 * a variable does it here ({@link MasterKey}); one in a keystore or a cryptographic device does it there ({@link StoredKey}).
 */
public interface KeyWrapping {

    /** Tells the key from others without telling anything of it; the same on every node. */
    String id();

    byte[] wrap(byte[] key);

    /** Throws {@link IllegalStateException} when it was wrapped by another. */
    byte[] unwrap(byte[] wrapped);
}
