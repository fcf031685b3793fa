package io.doorstep.query.proof;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.Sections;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.query.proof.ProofState.CheckpointLine;
import io.doorstep.web.Named;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** 存证查询。 What the pages of proofs ask for. */
@Component
class Proofs {

    private static final int SHOWN = 100;

    private final FactLedger ledger;
    private final Checkpoints checkpoints;
    private final Sections sections;
    private final CheckBook book;
    private final SelfCheck check;
    private final CheckpointPost post;

    Proofs(
            FactLedger ledger,
            Checkpoints checkpoints,
            Sections sections,
            CheckBook book,
            SelfCheck check,
            CheckpointPost post) {
        this.post = post;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.sections = sections;
        this.book = book;
        this.check = check;
    }

    /** Who asks, if he may know of proofs. */
    static Actor readerOr403() {
        var reader = SignedIn.now().actor();
        if (!SelfCheck.concerns(reader)) {
            throw Named.roleMayNot();
        }
        return reader;
    }

    ProofState state() {
        var head = ledger.head();
        var last = book.last();
        return new ProofState(
                ledger.algorithm(),
                head.size(),
                hex(ledger.tree().root(head.size())),
                checkpoints.last().map(Proofs::line).orElse(null),
                last.orElse(null),
                last.map(one -> book.findings(one.id())).orElse(List.of()),
                check.progress());
    }

    List<CheckpointLine> checkpoints() {
        return checkpoints.latest(SHOWN).stream().map(Proofs::line).toList();
    }

    List<CheckpointPost.Message> outgoing() {
        return post.latest(SHOWN);
    }

    List<CheckBook.Check> checks() {
        return book.latest(SHOWN);
    }

    String text(long size) {
        return sections.text(size).orElseThrow(Named::notFound);
    }

    /** That what was said at one size is the beginning of what was said at another: base 64, in the order of RFC 9162. */
    List<String> consistency(long from, long to) {
        if (from < 1
                || from > to
                || checkpoints.of(from).isEmpty()
                || checkpoints.of(to).isEmpty()) {
            throw Named.notFound();
        }
        return ledger.tree().consistency(from, to).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }

    private static CheckpointLine line(Checkpoint.Signed signed) {
        var made = signed.checkpoint();
        return new CheckpointLine(made.size(), made.at(), hex(made.root()), made.keyId());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
