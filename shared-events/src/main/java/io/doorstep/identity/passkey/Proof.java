package io.doorstep.identity.passkey;

/**
 * 结论。 What a signature was worth.
 *
 * @param account whose key it is; blank when there is no such key
 */
public record Proof(String account, boolean good) {}
