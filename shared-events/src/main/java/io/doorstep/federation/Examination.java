package io.doorstep.federation;

import io.doorstep.federation.Distrust.Kind;
import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.Frontier;
import io.doorstep.proof.Frontier.Peak;
import io.doorstep.proof.MerkleProofs;
import io.doorstep.proof.MerkleTree;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.check.CheckpointText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 查验。 Checks a stretch against what is known of the county and the keys that were agreed on, before anything of it is believed: signature,
 * what was there before, each fact's leaf, and that the lines lead to the signed head.
 */
public final class Examination {

    private final Set<String> keys;

    /** @param keys public keys of the county (X.509, Base64), as its page tells them */
    public Examination(Set<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    /**
     * What is proven by an answer; empty while the county has no fact and none is known.
     *
     * @throws Distrust when anything is not as it must be
     */
    public Optional<Proven> of(Stretch stretch, Known known) {
        try {
            return examine(stretch, known);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new Distrust(Kind.UNREADABLE, known.size());
        }
    }

    private Optional<Proven> examine(Stretch stretch, Known known) {
        var text = stretch.head();
        if (text == null) {
            if (known.size() > 0) {
                throw new Distrust(Kind.CUT, 0);
            }
            return Optional.empty();
        }
        var head = signed(text);
        if (head.size() < known.size()) {
            throw new Distrust(Kind.CUT, head.size());
        }
        if (!follows(head, known, Stretch.hashes(stretch.before()))) {
            throw new Distrust(Kind.REWRITTEN, -1);
        }
        return Optional.of(lines(stretch, known, head));
    }

    /** Whether what is known of a county up to a size is the beginning of what an answer to {@code from = size} speaks of. */
    public boolean agrees(Stretch stretch, Known known) {
        try {
            var text = stretch.head();
            return text != null && follows(signed(text), known, Stretch.hashes(stretch.before()));
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new Distrust(Kind.UNREADABLE, known.size());
        }
    }

    private Checkpoint signed(String text) {
        var read = CheckpointText.read(text);
        var key = read.key();
        var signed = read.section().signed();
        if (!keys.contains(Base64.getEncoder().encodeToString(key.publicKey()))) {
            throw new Distrust(Kind.OTHER_KEY, -1);
        }
        if (!isBy(key, signed)) {
            throw new Distrust(Kind.BAD_SIGNATURE, -1);
        }
        return signed.checkpoint();
    }

    private static boolean isBy(SigningKey key, Checkpoint.Signed signed) {
        return key.id().equals(signed.checkpoint().keyId())
                && key.signed(signed.checkpoint().signedWords(), signed.signature());
    }

    private static boolean follows(Checkpoint head, Known known, List<byte[]> path) {
        if (known.size() == 0) {
            return true;
        }
        var root = new MerkleTree(head.algorithm(), known.nodes()).root(known.size());
        return known.size() <= head.size()
                && MerkleProofs.consistent(head.algorithm(), known.size(), root, head.size(), head.root(), path);
    }

    private static Proven lines(Stretch stretch, Known known, Checkpoint head) {
        var edge = new Frontier(head.algorithm(), known.size(), known.nodes());
        var leaves = new ArrayList<byte[]>();
        var complete = new ArrayList<Peak>();
        var chain = known.size() == 0 ? head.algorithm().ofNothing() : known.chain();
        for (var line : stretch.lines()) {
            if (line.position() != edge.size()) {
                throw new Distrust(Kind.GAP, edge.size());
            }
            var leaf = leaf(line, head);
            chain = head.algorithm().link(chain, leaf);
            leaves.add(leaf);
            complete.addAll(edge.add(leaf));
        }
        var nothingMore = stretch.lines().isEmpty();
        if (nothingMore && head.size() > known.size()) {
            throw new Distrust(Kind.GAP, known.size());
        }
        var proof = Stretch.hashes(stretch.through());
        if (!nothingMore
                && !MerkleProofs.consistent(
                        head.algorithm(), edge.size(), edge.root(), head.size(), head.root(), proof)) {
            throw new Distrust(Kind.UNPROVEN, known.size());
        }
        if (edge.size() == head.size() && !Arrays.equals(chain, head.chain())) {
            throw new Distrust(Kind.UNPROVEN, known.size());
        }
        return new Proven(head, stretch.lines(), leaves, complete, chain);
    }

    private static byte[] leaf(Line line, Checkpoint head) {
        var said = Base64.getDecoder().decode(line.leaf());
        var fact = line.fact();
        if (fact == null && !line.withheld()) {
            throw new Distrust(Kind.MISSING, line.position());
        }
        if (fact != null && !Arrays.equals(fact.stored().leaf(head.algorithm()), said)) {
            throw new Distrust(Kind.ALTERED, line.position());
        }
        return said;
    }
}
