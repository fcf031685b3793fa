package io.doorstep.command.proof;

import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.RecordProofs;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.web.Named;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Neither changes a fact: a check reads, and a checkpoint says what is on record already. */
@RestController
class ProofEndpoint {

    private static final int BATCH = 1000;
    private static final int REPORTED = 0;

    private final SelfCheck check;
    private final FactLedger ledger;
    private final Checkpoints checkpoints;
    private final RecordProofs proofs;
    private final CheckpointPost post;
    private final Desk desk;

    ProofEndpoint(
            SelfCheck check,
            FactLedger ledger,
            Checkpoints checkpoints,
            RecordProofs proofs,
            CheckpointPost post,
            Desk desk) {
        this.post = post;
        this.proofs = proofs;
        this.desk = desk;
        this.check = check;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    record Begun(boolean running) {}

    record Waiting(int messages) {}

    record Made(long size, Instant at) {}

    @PostMapping("/api/proof/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun check(Ask ask) {
        mayOr403(ask);
        if (!check.begin(ask.actor().id())) {
            throw new Named(HttpStatus.CONFLICT, "CHECK_IS_RUNNING");
        }
        return new Begun(true);
    }

    @PostMapping("/api/proof/checkpoints")
    Made checkpoint(Ask ask) {
        mayOr403(ask);
        ledger.chainAll(BATCH);
        var made = checkpoints
                .make()
                .orElseThrow(() -> new Named(HttpStatus.CONFLICT, "NOTHING_TO_PROVE"))
                .checkpoint();
        return new Made(made.size(), made.at());
    }

    /** What could not be sent to a second place is tried again. */
    @PostMapping("/api/proof/post")
    Waiting sendAgain(Ask ask) {
        mayOr403(ask);
        return new Waiting(post.sendAgain());
    }

    /** So that the sheet for the petitioner can be printed at once. */
    @PostMapping("/api/cases/{id}/proof")
    ResponseEntity<Void> prepare(@PathVariable UUID id, Ask ask) {
        if (desk.known(ask.actor(), id.toString()).isEmpty() || !proofs.prepare(id.toString(), REPORTED)) {
            throw Named.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static void mayOr403(Ask ask) {
        if (!SelfCheck.concerns(ask.actor())) {
            throw Named.roleMayNot();
        }
    }
}
