package io.doorstep.vault;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce of 12 bytes before the ciphertext and a tag of 16 bytes behind it. */
final class AesGcm {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private AesGcm() {}

    static byte[] encrypt(byte[] key, byte[] plain) {
        return encrypt(new SecretKeySpec(key, "AES"), plain);
    }

    static byte[] decrypt(byte[] key, byte[] whole) {
        return decrypt(new SecretKeySpec(key, "AES"), whole);
    }

    /** Under a key that may lie in a device; Java then picks the device's own cipher. */
    static byte[] encrypt(Key key, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            var sealed = cipher.doFinal(plain);
            var whole = new byte[NONCE + sealed.length];
            System.arraycopy(nonce, 0, whole, 0, NONCE);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] decrypt(Key key, byte[] whole) {
        if (whole.length < NONCE + TAG) {
            throw SealingCipher.wrongKey();
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, whole, 0, NONCE));
            return cipher.doFinal(whole, NONCE, whole.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException wrongKey) {
            throw SealingCipher.wrongKey();
        }
    }
}
