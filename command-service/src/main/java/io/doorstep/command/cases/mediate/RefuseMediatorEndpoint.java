package io.doorstep.command.cases.mediate;

import static io.doorstep.command.web.CaseForm.privately;

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
class RefuseMediatorEndpoint {

    private final Counter counter;

    RefuseMediatorEndpoint(Counter counter) {
        this.counter = counter;
    }

    record RefuseMediatorForm(
            String mediator,
            @MaxLength(2000) @Nullable String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/mediation/mediators/refusal")
    ResponseEntity<Receipt> refuse(@PathVariable UUID id, @RequestBody RefuseMediatorForm form, Ask ask) {
        return counter.take(
                new RefuseMediator(new CaseId(id), form.occurredAt(), form.mediator(), privately(form.reason())),
                ask,
                form);
    }
}
