package io.doorstep.vault;

import java.util.Base64;

/** 主密钥。 256 bits from configuration that wrap every other key; it never enters the database. */
public final class MasterKey {

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("doorstep.vault.master-key must be 32 bytes in Base64");
        }
        this.bytes = bytes;
    }

    public static MasterKey ofBase64(String text) {
        return new MasterKey(Base64.getDecoder().decode(text.strip()));
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
