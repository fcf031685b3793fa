package io.doorstep.command.cases.returns;

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
class ProposeReturnEndpoint {

    private final Counter counter;

    ProposeReturnEndpoint(Counter counter) {
        this.counter = counter;
    }

    record ProposeReturnForm(
            @MaxLength(4000) String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/returns")
    ResponseEntity<Receipt> propose(@PathVariable UUID id, @RequestBody ProposeReturnForm form, Ask ask) {
        return counter.take(
                new ProposeReturn(new CaseId(id), form.occurredAt(), new Private(form.reason())), ask, form);
    }
}
