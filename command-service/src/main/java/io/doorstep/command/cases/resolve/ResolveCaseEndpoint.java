package io.doorstep.command.cases.resolve;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResolveCaseEndpoint {

    private final Counter counter;

    ResolveCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record ResolveCaseForm(
            ResolutionOutcome outcome,
            ResolutionResult result,
            @MaxLength(4000) String summary,
            @Nullable List<ProofForm> evidence,
            @Nullable UUID visitId,
            @Nullable Stance stance,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {

        List<Proof> proofs() {
            return evidence == null
                    ? List.of()
                    : evidence.stream().map(ProofForm::proof).toList();
        }
    }

    record ProofForm(
            EvidenceType type,
            @MaxLength(4000) @Nullable String text,
            @Nullable String ref) implements Form {

        Proof proof() {
            return new Proof(type, privately(text), ref);
        }
    }

    @PostMapping("/api/cases/{id}/resolution")
    ResponseEntity<Receipt> resolve(@PathVariable UUID id, @RequestBody ResolveCaseForm form, Ask ask) {
        return counter.take(
                new ResolveCase(
                        new CaseId(id),
                        form.occurredAt(),
                        form.outcome(),
                        form.result(),
                        new Private(form.summary()),
                        form.proofs(),
                        form.visitId() == null ? null : form.visitId().toString(),
                        form.stance()),
                ask,
                form);
    }
}
