package io.doorstep.command.proof;

import io.doorstep.command.web.Ask;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Neither changes a fact: a check reads, and a checkpoint says what is on record already. */
@RestController
class ProofEndpoint {

    private static final int BATCH = 1000;

    private final SelfCheck check;
    private final FactLedger ledger;
    private final Checkpoints checkpoints;

    ProofEndpoint(SelfCheck check, FactLedger ledger, Checkpoints checkpoints) {
        this.check = check;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    record Begun(boolean running) {}

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

    private static void mayOr403(Ask ask) {
        if (!ask.actor().is(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }
}
