package io.doorstep.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * 签名密钥。 What checkpoints are signed with: Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918) where the ledger's hashes are SM3. Keys are
 * X.509 SubjectPublicKeyInfo and PKCS#8.
 */
public final class SigningKey {

    private static final int ID_LETTERS = 16;

    private final HashAlgorithm algorithm;
    private final byte[] publicKey;
    private final byte @Nullable [] privateKey;

    /** A key that only checks. */
    public SigningKey(HashAlgorithm algorithm, byte[] publicKey) {
        this(algorithm, publicKey, null);
    }

    public SigningKey(HashAlgorithm algorithm, byte[] publicKey, byte @Nullable [] privateKey) {
        this.algorithm = algorithm;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** A new pair. */
    public static KeyPair make(HashAlgorithm algorithm) {
        try {
            if (algorithm == HashAlgorithm.SM3) {
                var generator = KeyPairGenerator.getInstance("EC", HashAlgorithm.PROVIDER);
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
                return generator.generateKeyPair();
            }
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first 16 hex digits of the hash of a public key: what people compare. */
    public static String idOf(HashAlgorithm algorithm, byte[] publicKey) {
        return HexFormat.of().formatHex(algorithm.hash(publicKey)).substring(0, ID_LETTERS);
    }

    public String id() {
        return idOf(algorithm, publicKey);
    }

    public byte[] publicKey() {
        return Arrays.copyOf(publicKey, publicKey.length);
    }

    public byte[] sign(byte[] words) {
        if (privateKey == null) {
            throw new IllegalStateException("this key only checks");
        }
        try {
            var signature = signature();
            signature.initSign(keys().generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(words);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the checkpoint cannot be signed", failure);
        }
    }

    public boolean signed(byte[] words, byte[] made) {
        try {
            var signature = signature();
            PublicKey known = keys().generatePublic(new X509EncodedKeySpec(publicKey));
            signature.initVerify(known);
            signature.update(words);
            return signature.verify(made);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        return algorithm == HashAlgorithm.SM3
                ? Signature.getInstance("SM3withSM2", HashAlgorithm.PROVIDER)
                : Signature.getInstance("Ed25519");
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return algorithm == HashAlgorithm.SM3
                ? KeyFactory.getInstance("EC", HashAlgorithm.PROVIDER)
                : KeyFactory.getInstance("Ed25519");
    }
}
