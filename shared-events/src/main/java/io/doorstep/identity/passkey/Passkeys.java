package io.doorstep.identity.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import io.doorstep.digest.Sha256;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * 通行密钥簿。 The passkeys of accounts. Each is proven with what its authenticator knows of its owner, a finger or a number, and so counts
 * for two factors.
 */
public final class Passkeys {
    /** As many as an account may have. */
    public static final int MOST = 10;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256);
    /** Where in what an authenticator signs its counter stands (WebAuthn, 6.1). */
    private static final int COUNTER = 33;

    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository keys;
    private final PublicKeyCredentialRpEntity site;
    private final Webauthn4JRelyingPartyOperations check;

    public Passkeys(
            PublicKeyCredentialUserEntityRepository owners, UserCredentialRepository keys, Site site, String name) {
        this.owners = owners;
        this.keys = keys;
        this.site = PublicKeyCredentialRpEntity.builder()
                .id(site.domain())
                .name(name)
                .build();
        this.check = new Webauthn4JRelyingPartyOperations(owners, keys, this.site, site.origins());
    }

    /** Those of an account, the oldest first. */
    public List<Passkey> of(String account) {
        return records(account).stream()
                .map(key -> new Passkey(ref(key), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .sorted(Comparator.comparing(Passkey::since))
                .toList();
    }

    /** Whether the account can be signed in to with one. */
    public boolean has(String account) {
        return !records(account).isEmpty();
    }

    /** What authenticators know the account by: a random handle, in base64url. */
    public String handle(String account) {
        return owner(account).getId().toBase64UrlString();
    }

    /** Ids of the keys that an account has, so that an authenticator makes no second one. */
    public List<String> ids(String account) {
        return records(account).stream()
                .map(key -> key.getCredentialId().toBase64UrlString())
                .toList();
    }

    /** Numbers of the ways of signing that are understood, the best first. */
    public static List<Long> algorithms() {
        return ALGORITHMS.stream().map(each -> each.getAlg().getValue()).toList();
    }

    /** Keeps a new key when it answers the challenge; answers whether it does. */
    public boolean add(String account, Made made, String challenge) {
        try {
            var key = PublicKeyCredential.<AuthenticatorAttestationResponse>builder();
            key.id(made.id());
            key.rawId(Bytes.fromBase64(made.id()));
            key.type(PublicKeyCredentialType.PUBLIC_KEY);
            key.response(AuthenticatorAttestationResponse.builder()
                    .attestationObject(Bytes.fromBase64(made.attestation()))
                    .clientDataJSON(Bytes.fromBase64(made.clientData()))
                    .transports(made.transports().stream()
                            .map(AuthenticatorTransport::valueOf)
                            .toList())
                    .build());
            check.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creation(account, challenge), new RelyingPartyPublicKey(key.build(), made.label())));
            return true;
        } catch (WebAuthnException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Looks whether a signature answers the challenge, and by whose key. */
    public Proof prove(Signed signed, String challenge) {
        try {
            var id = Bytes.fromBase64(signed.id());
            var key = keys.findByCredentialId(id);
            var owner = key == null ? null : owners.findById(key.getUserEntityUserId());
            if (key == null || owner == null) {
                return new Proof("", false);
            }
            return new Proof(owner.getName(), isOf(key, signed, challenge));
        } catch (IllegalArgumentException notBase64) {
            return new Proof("", false);
        }
    }

    private boolean isOf(CredentialRecord key, Signed signed, String challenge) {
        try {
            var authenticator = Bytes.fromBase64(signed.authenticatorData());
            var handle = signed.owner() == null ? null : Bytes.fromBase64(signed.owner());
            if ((handle != null && !handle.equals(key.getUserEntityUserId())) || isCopy(key, authenticator)) {
                return false;
            }
            var answer = PublicKeyCredential.<AuthenticatorAssertionResponse>builder();
            answer.id(signed.id());
            answer.rawId(key.getCredentialId());
            answer.type(PublicKeyCredentialType.PUBLIC_KEY);
            answer.response(AuthenticatorAssertionResponse.builder()
                    .authenticatorData(authenticator)
                    .clientDataJSON(Bytes.fromBase64(signed.clientData()))
                    .signature(Bytes.fromBase64(signed.signature()))
                    .build());
            check.authenticate(new RelyingPartyAuthenticationRequest(request(challenge), answer.build()));
            return true;
        } catch (WebAuthnException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** An authenticator that counts, counts upwards; Spring's own check compares with the first count only. */
    private static boolean isCopy(CredentialRecord key, Bytes authenticator) {
        var bytes = authenticator.getBytes();
        if (bytes.length < COUNTER + Integer.BYTES) {
            return true;
        }
        var count = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(COUNTER));
        return (count > 0 || key.getSignatureCount() > 0) && count <= key.getSignatureCount();
    }

    /** Takes one away; answers whether the account had one of that ref. */
    public boolean remove(String account, String ref) {
        var found =
                records(account).stream().filter(key -> ref(key).equals(ref)).toList();
        found.forEach(key -> keys.delete(key.getCredentialId()));
        return !found.isEmpty();
    }

    /** Takes all of an account away; answers how many there were. */
    public int removeAll(String account) {
        var all = records(account);
        all.forEach(key -> keys.delete(key.getCredentialId()));
        return all.size();
    }

    private List<CredentialRecord> records(String account) {
        var owner = owners.findByUsername(account);
        return owner == null ? List.of() : keys.findByUserId(owner.getId());
    }

    private PublicKeyCredentialUserEntity owner(String account) {
        var known = owners.findByUsername(account);
        if (known != null) {
            return known;
        }
        var created = ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.random())
                .name(account)
                .displayName(account)
                .build();
        owners.save(created);
        return created;
    }

    private PublicKeyCredentialCreationOptions creation(String account, String challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(site)
                .user(owner(account))
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .build();
    }

    private PublicKeyCredentialRequestOptions request(String challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(String.valueOf(site.getId()))
                .challenge(Bytes.fromBase64(challenge))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private static String ref(CredentialRecord key) {
        return Sha256.hex(key.getCredentialId().toBase64UrlString()).substring(0, 24);
    }
}
