package io.doorstep.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * 检查点。 What is said of the whole history at a moment: how many facts, the root of their tree, the end of their chain.
 *
 * @param keyId which key signs it
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record Checkpoint(HashAlgorithm algorithm, long size, byte[] root, byte[] chain, Instant at, String keyId) {

    /** The first line of every checkpoint. */
    public static final String FORMAT = "doorstep-checkpoint-1";

    /** The words that are signed, in UTF-8, one line each. */
    public byte[] signedWords() {
        var base64 = Base64.getEncoder();
        return String.join(
                        "\n",
                        FORMAT,
                        algorithm.name(),
                        Long.toString(size),
                        base64.encodeToString(root),
                        base64.encodeToString(chain),
                        at.toString(),
                        keyId)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A checkpoint and what the office's key made of it. */
    @SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
    public record Signed(Checkpoint checkpoint, byte[] signature) {}
}
