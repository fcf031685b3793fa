package io.doorstep.command.cases.reopen;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.ReopenCause;
import io.doorstep.vault.Private;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReopenCaseEndpoint {

    private final Counter counter;

    ReopenCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record ReopenCaseForm(
            @MaxLength(4000) String reason,
            @Nullable Boolean agreementNotPerformed,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/reopening")
    ResponseEntity<Receipt> reopen(@PathVariable UUID id, @RequestBody ReopenCaseForm form, Ask ask) {
        var cause = Boolean.TRUE.equals(form.agreementNotPerformed()) ? ReopenCause.NOT_PERFORMED : ReopenCause.REQUEST;
        return counter.take(
                new ReopenCase(new CaseId(id), form.occurredAt(), cause, new Private(form.reason())), ask, form);
    }
}
