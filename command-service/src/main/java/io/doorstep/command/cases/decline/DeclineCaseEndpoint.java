package io.doorstep.command.cases.decline;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
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
class DeclineCaseEndpoint {

    private final Counter counter;

    DeclineCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record DeclineCaseForm(
            @MaxLength(4000) String ground,
            @MaxLength(4000) @Nullable String notice,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/decline")
    ResponseEntity<Receipt> decline(@PathVariable UUID id, @RequestBody DeclineCaseForm form, Ask ask) {
        return counter.take(
                new DeclineCase(
                        new CaseId(id), form.occurredAt(), new Private(form.ground()), privately(form.notice())),
                ask,
                form);
    }
}
