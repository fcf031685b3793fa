package io.doorstep.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** 摘要算法。 The hash function of a ledger, decided by its first start: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905). Hashes have 32 bytes. */
public enum HashAlgorithm {
    SHA_256("SHA-256"),
    SM3("SM3");

    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte CHAIN = 2;

    private final String name;

    HashAlgorithm(String name) {
        this.name = name;
    }

    /** As people know it. */
    public String label() {
        return name;
    }

    byte[] hash(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** A leaf of the tree (RFC 9162, 2.1.1). */
    byte[] leaf(byte[]... parts) {
        return marked(LEAF, parts);
    }

    /** An inner node of the tree (RFC 9162, 2.1.1). */
    byte[] node(byte[] left, byte[] right) {
        return marked(NODE, left, right);
    }

    /** The next link of the chain: over the one before and the leaf that it adds. */
    public byte[] link(byte[] before, byte[] leaf) {
        return marked(CHAIN, before, leaf);
    }

    /** The link before the first, and the root of an empty tree. */
    public byte[] ofNothing() {
        return digest().digest();
    }

    private byte[] marked(byte mark, byte[]... parts) {
        var digest = digest();
        digest.update(mark);
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private MessageDigest digest() {
        try {
            return this == SM3 ? MessageDigest.getInstance(name, PROVIDER) : MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
