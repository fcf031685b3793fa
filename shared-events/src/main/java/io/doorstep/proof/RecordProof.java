package io.doorstep.proof;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * 存证回执。 Proves to whoever holds it that a fact was on record when a checkpoint was signed. It says which fact by its envelope (a case's
 * random id, a type, a time); of its content it holds hashes only, and tells nothing of anybody.
 *
 * @param envelope of the fact, as {@link StoredFact#envelope()} has it
 * @param payload hash of the content
 * @param metadata hash of the metadata
 * @param path what leads from the leaf to the root (RFC 9162, 2.1.3)
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record RecordProof(
        Checkpoint.Signed signed, long position, String envelope, byte[] payload, byte[] metadata, List<byte[]> path) {

    private static final String FORMAT = "doorstep-record-1";
    private static final int SIGNED_LINES = 7;
    private static final int ENVELOPE_LINES = 7;
    private static final int TYPE_LINE = 4;
    private static final int SUBJECT_LINE = 2;
    private static final int TIME_LINE = 6;

    /** Of a fact as it is stored, at its place in the tree of the checkpoint. */
    public static RecordProof of(StoredFact fact, long position, Checkpoint.Signed signed, MerkleTree tree) {
        var checkpoint = signed.checkpoint();
        var algorithm = checkpoint.algorithm();
        return new RecordProof(
                signed,
                position,
                new String(fact.envelope(), StandardCharsets.UTF_8),
                algorithm.hash(fact.payload()),
                algorithm.hash(fact.metadata()),
                tree.inclusion(position, checkpoint.size()));
    }

    /** Whether the fact belongs to what the checkpoint says, and a key signed that. */
    public boolean holds(SigningKey key) {
        var checkpoint = signed.checkpoint();
        var algorithm = checkpoint.algorithm();
        var leaf = algorithm.leaf(algorithm.hash(envelope.getBytes(StandardCharsets.UTF_8)), payload, metadata);
        return MerkleProofs.included(algorithm, leaf, position, checkpoint.size(), path, checkpoint.root())
                && key.id().equals(checkpoint.keyId())
                && key.signed(checkpoint.signedWords(), signed.signature());
    }

    /** Whose fact it is: the id of the case. */
    public String subject() {
        return envelope.lines().toList().get(SUBJECT_LINE);
    }

    /** The type of the fact, without its package. */
    public String typeName() {
        var type = envelope.lines().toList().get(TYPE_LINE);
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** When the fact was recorded, in the words of the store. */
    public String time() {
        return envelope.lines().toList().get(TIME_LINE);
    }

    /** In letters, for a square code and for the verifier. */
    public String text() {
        var base64 = Base64.getEncoder();
        var lines = new ArrayList<String>();
        lines.add(FORMAT);
        new String(signed.checkpoint().signedWords(), StandardCharsets.UTF_8)
                .lines()
                .forEach(lines::add);
        lines.add(base64.encodeToString(signed.signature()));
        lines.add(Long.toString(position));
        envelope.lines().forEach(lines::add);
        lines.add(base64.encodeToString(payload));
        lines.add(base64.encodeToString(metadata));
        path.forEach(hash -> lines.add(base64.encodeToString(hash)));
        return String.join("\n", lines);
    }

    /**
     * What such a text says.
     *
     * @throws IllegalArgumentException when the text is no such proof
     */
    public static RecordProof read(String text) {
        var lines = text.strip().lines().toList();
        var signature = 1 + SIGNED_LINES;
        var envelope = signature + 2;
        var payload = envelope + ENVELOPE_LINES;
        if (lines.size() < payload + 2 || !FORMAT.equals(lines.get(0))) {
            throw new IllegalArgumentException("this is no proof of record of Doorstep");
        }
        try {
            var base64 = Base64.getDecoder();
            var checkpoint = new Checkpoint(
                    HashAlgorithm.valueOf(lines.get(2)),
                    Long.parseLong(lines.get(3)),
                    base64.decode(lines.get(4)),
                    base64.decode(lines.get(5)),
                    Instant.parse(lines.get(6)),
                    lines.get(7));
            return new RecordProof(
                    new Checkpoint.Signed(checkpoint, base64.decode(lines.get(signature))),
                    Long.parseLong(lines.get(signature + 1)),
                    String.join("\n", lines.subList(envelope, payload)),
                    base64.decode(lines.get(payload)),
                    base64.decode(lines.get(payload + 1)),
                    lines.subList(payload + 2, lines.size()).stream()
                            .map(base64::decode)
                            .toList());
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("this is no proof of record of Doorstep", malformed);
        }
    }
}
