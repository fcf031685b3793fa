package io.doorstep.events.cases;

/**
 * 密封值。 Personal words that only the holder of a key can read; with the key destroyed they are erased for good.
 *
 * @param k id of the key: of a petitioner, or of the case for its free text
 * @param c ciphertext, Base64
 */
public record Sealed(String k, String c) {}
