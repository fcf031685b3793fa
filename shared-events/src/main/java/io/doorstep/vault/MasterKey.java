package io.doorstep.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 主密钥。 256 bits from configuration that wrap every other key; it never enters the database. */
public final class MasterKey implements KeyWrapping {

    private final byte[] bytes;
    private final SealingCipher cipher;
    private final String id;

    private MasterKey(byte[] bytes, SealingCipher cipher) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("doorstep.vault.master-key must be 32 bytes in Base64");
        }
        this.bytes = bytes;
        this.cipher = cipher;
        this.id = fingerprint(bytes);
    }

    public static MasterKey ofBase64(String text) {
        return ofBase64(text, SealingCipher.AES);
    }

    public static MasterKey ofBase64(String text, SealingCipher cipher) {
        return new MasterKey(Base64.getDecoder().decode(text.strip()), cipher);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] key) {
        return cipher.encrypt(bytes, key);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        return SealingCipher.decrypt(bytes, wrapped);
    }

    private static String fingerprint(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var whole = mac.doFinal("doorstep: which master key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, 8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
