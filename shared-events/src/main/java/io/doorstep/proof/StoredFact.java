package io.doorstep.proof;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 在库事实。 A fact exactly as the store keeps it: personal words are ciphertext in it, so that a destroyed key changes nothing here.
 *
 * @param index where the store keeps it; no part of the hash, so that an import into another store has the same ones
 * @param subject the case, or whatever else the fact belongs to
 * @param number its place among the facts of its subject, from 0
 * @param time when it was recorded, in the words of the store
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record StoredFact(
        long index,
        String identifier,
        String subjectType,
        String subject,
        long number,
        String type,
        String version,
        String time,
        byte[] payload,
        byte[] metadata) {

    /** What is said of the fact outside of its content; tells nothing of a person. One line each, in this order. */
    public byte[] envelope() {
        return Stream.of(identifier, subjectType, subject, Long.toString(number), type, version, time)
                // no letter can move from one line to the next unseen
                .map(line -> line.replace("%", "%25").replace("\n", "%0A"))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The leaf of the fact: over the hashes of envelope, content and metadata, so that each can be shown without the others. */
    public byte[] leaf(HashAlgorithm algorithm) {
        return algorithm.leaf(algorithm.hash(envelope()), algorithm.hash(payload), algorithm.hash(metadata));
    }
}
