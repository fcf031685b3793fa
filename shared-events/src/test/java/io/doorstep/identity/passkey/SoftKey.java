package io.doorstep.identity.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** 软密钥。 An authenticator with one key, which does as a test tells it, also what it should not. */
final class SoftKey {
    private static final byte PRESENT = AuthenticatorData.BIT_UP;
    private static final byte VERIFIED = AuthenticatorData.BIT_UV;

    private final ObjectConverter converter = new ObjectConverter();
    private final byte[] id = new byte[32];
    private final KeyPair pair;

    /** Address that it believes to be at. */
    String origin = "http://localhost:8080";
    /** Domain that it signs for. */
    String domain = "localhost";
    /** Handle of the account that it names. */
    String owner = "";
    /** Whether it made sure of its owner. */
    boolean verifies = true;
    /** How often it signed; one that does not count stays at zero. */
    long count;

    SoftKey() {
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The body of a registration. */
    String made(String challenge, String label) {
        var data = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                sha256(domain.getBytes(StandardCharsets.UTF_8)),
                (byte) (flags() | AuthenticatorData.BIT_AT),
                count,
                new AttestedCredentialData(
                        AAGUID.ZERO,
                        id,
                        EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256)));
        var attestation = new AttestationObjectConverter(converter)
                .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
        return "{\"label\": \"%s\", \"id\": \"%s\", \"clientData\": \"%s\", \"attestation\": \"%s\", \"transports\": [\"internal\"]}"
                .formatted(label, base64(id), base64(clientData("webauthn.create", challenge)), base64(attestation));
    }

    /** The body of a sign-in. */
    String signed(String challenge) {
        try {
            var data = new AuthenticatorDataConverter(converter)
                    .convert(new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
                            sha256(domain.getBytes(StandardCharsets.UTF_8)), flags(), count));
            var client = clientData("webauthn.get", challenge);
            var all = new ByteArrayOutputStream();
            all.writeBytes(data);
            all.writeBytes(sha256(client));
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(all.toByteArray());
            return "{\"id\": \"%s\", \"clientData\": \"%s\", \"authenticatorData\": \"%s\", \"signature\": \"%s\", \"owner\": \"%s\"}"
                    .formatted(base64(id), base64(client), base64(data), base64(signature.sign()), owner);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte flags() {
        return verifies ? PRESENT | VERIFIED : PRESENT;
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}
