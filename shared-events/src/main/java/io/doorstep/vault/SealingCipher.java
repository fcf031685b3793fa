package io.doorstep.vault;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * 密码算法。 How words and keys are sealed. Whatever was sealed tells by its first bytes with which of them, so the setting can
 * be changed at any time: it decides about what is sealed from then on.
 */
public enum SealingCipher {
    /** AES-256-GCM. */
    AES,
    /** SM4-GCM, with HMAC-SM3 over all of it (国密). */
    SM;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    static byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    byte[] encrypt(byte[] key, byte[] plain) {
        return this == AES ? AesGcm.encrypt(key, plain) : SmGcm.encrypt(key, plain);
    }

    static byte[] decrypt(byte[] key, byte[] whole) {
        return of(whole) == AES ? AesGcm.decrypt(key, whole) : SmGcm.decrypt(key, whole);
    }

    /** A value of AES begins with its random nonce; that this looks like the mark of SM happens once in 2^64 values. */
    static SealingCipher of(byte[] whole) {
        var mark = SmGcm.MARK;
        return whole.length > mark.length && Arrays.equals(whole, 0, mark.length, mark, 0, mark.length) ? SM : AES;
    }

    static IllegalStateException wrongKey() {
        return new IllegalStateException("sealed under another key: is doorstep.vault.master-key the right one?");
    }
}
