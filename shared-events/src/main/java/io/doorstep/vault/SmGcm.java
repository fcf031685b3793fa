package io.doorstep.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * SM4-GCM (GB/T 32907) with HMAC-SM3 (GB/T 32905) over mark, nonce and ciphertext. SM4 has keys of 128 bits, ours have 256:
 * the keys of both are derived from them with HMAC-SM3.
 */
final class SmGcm {

    /** What everything sealed in this way begins with; its last character is a version. */
    static final byte[] MARK = "~SM4GCM1".getBytes(StandardCharsets.US_ASCII);

    /** Asked for by name and not registered: nothing else in the process shall change its ciphers for it. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int MAC = 32;

    private SmGcm() {}

    static byte[] encrypt(byte[] key, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            var start = MARK.length + NONCE;
            var whole = Arrays.copyOf(MARK, start + sealed.length + MAC);
            System.arraycopy(nonce, 0, whole, MARK.length, NONCE);
            System.arraycopy(sealed, 0, whole, start, sealed.length);
            var mac = mac(key, whole);
            System.arraycopy(mac, 0, whole, whole.length - MAC, MAC);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] decrypt(byte[] key, byte[] whole) {
        var start = MARK.length + NONCE;
        if (whole.length < start + MAC) {
            throw SealingCipher.wrongKey();
        }
        try {
            var mac = Arrays.copyOfRange(whole, whole.length - MAC, whole.length);
            if (!MessageDigest.isEqual(mac(key, whole), mac)) {
                throw SealingCipher.wrongKey();
            }
            var nonce = Arrays.copyOfRange(whole, MARK.length, start);
            return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(whole, start, whole.length - start - MAC);
        } catch (GeneralSecurityException wrongKey) {
            throw SealingCipher.wrongKey();
        }
    }

    static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HMACSM3", PROVIDER);
            mac.init(new SecretKeySpec(key, "HMACSM3"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER);
        var sm4 = Arrays.copyOf(derived(key, "doorstep SM4"), 16);
        cipher.init(mode, new SecretKeySpec(sm4, "SM4"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private static byte[] mac(byte[] key, byte[] whole) {
        return hmac(derived(key, "doorstep HMAC-SM3"), Arrays.copyOf(whole, whole.length - MAC));
    }

    private static byte[] derived(byte[] key, String what) {
        return hmac(key, what.getBytes(StandardCharsets.US_ASCII));
    }
}
