package io.doorstep.query.proof;

import io.doorstep.proof.kept.CheckBook;
import io.doorstep.query.proof.ProofState.CheckpointLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 存证页。 For programs, and for who takes checkpoints to a second place by hand; tells hashes, ids and numbers only. */
@RestController
class ProofPage {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Proofs proofs;

    ProofPage(Proofs proofs) {
        this.proofs = proofs;
    }

    record CheckpointLines(List<CheckpointLine> items) {}

    record CheckLines(List<CheckBook.Check> items) {}

    record Consistency(long from, long to, List<String> path) {}

    @GetMapping("/api/proof")
    ProofState state() {
        Proofs.readerOr403();
        return proofs.state();
    }

    @GetMapping("/api/proof/checkpoints")
    CheckpointLines checkpoints() {
        Proofs.readerOr403();
        return new CheckpointLines(proofs.checkpoints());
    }

    @GetMapping("/api/proof/checkpoints/{size:[0-9]{1,15}}.txt")
    ResponseEntity<String> checkpoint(@PathVariable long size) {
        Proofs.readerOr403();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("checkpoint-%012d.txt".formatted(size))
                                .build()
                                .toString())
                .body(proofs.text(size));
    }

    @GetMapping("/api/proof/checks")
    CheckLines checks() {
        Proofs.readerOr403();
        return new CheckLines(proofs.checks());
    }

    @GetMapping("/api/proof/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam long to) {
        Proofs.readerOr403();
        return new Consistency(from, to, proofs.consistency(from, to));
    }
}
