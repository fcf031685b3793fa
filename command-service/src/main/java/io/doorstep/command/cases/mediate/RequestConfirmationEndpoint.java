package io.doorstep.command.cases.mediate;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
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
class RequestConfirmationEndpoint {

    private final Counter counter;

    RequestConfirmationEndpoint(Counter counter) {
        this.counter = counter;
    }

    record RequestConfirmationForm(
            @MaxLength(200) String court,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/mediation/confirmation")
    ResponseEntity<Receipt> request(@PathVariable UUID id, @RequestBody RequestConfirmationForm form, Ask ask) {
        return counter.take(new RequestConfirmation(new CaseId(id), form.occurredAt(), form.court()), ask, form);
    }
}
