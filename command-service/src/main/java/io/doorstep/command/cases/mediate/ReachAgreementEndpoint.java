package io.doorstep.command.cases.mediate;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.AgreementForm;
import io.doorstep.vault.Private;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReachAgreementEndpoint {

    private final Counter counter;

    ReachAgreementEndpoint(Counter counter) {
        this.counter = counter;
    }

    record ReachAgreementForm(
            @Nullable UUID agreementId,
            AgreementForm form,
            @MaxLength(10_000) String content,
            @Nullable LocalDate performBy,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/mediation/agreement")
    ResponseEntity<Receipt> reach(@PathVariable UUID id, @RequestBody ReachAgreementForm form, Ask ask) {
        return counter.take(
                new ReachAgreement(
                        new CaseId(id),
                        form.occurredAt(),
                        String.valueOf(Objects.requireNonNullElseGet(form.agreementId(), UUID::randomUUID)),
                        form.form(),
                        new Private(form.content()),
                        form.performBy()),
                ask,
                form);
    }
}
