package io.doorstep.identity.passkey;

import java.time.Instant;

/**
 * 通行密钥。 One that an account has.
 *
 * @param ref names it, and is not the id by which an authenticator knows it
 * @param label as its owner calls it
 * @param lastUsed the time of registration when it was not used yet
 */
public record Passkey(String ref, String label, Instant since, Instant lastUsed) {}
