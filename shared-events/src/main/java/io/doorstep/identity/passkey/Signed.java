package io.doorstep.identity.passkey;

import org.jspecify.annotations.Nullable;

/**
 * 签名。 What an authenticator answers to a challenge at the sign-in; all of it base64url.
 *
 * @param id of the key, as the authenticator knows it
 * @param owner random handle of the account; not every authenticator says it
 */
public record Signed(
        String id,
        String clientData,
        String authenticatorData,
        String signature,
        @Nullable String owner) {}
